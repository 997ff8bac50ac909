// Three rules of svglint's, none of which looks at geometry.
export default {
  rules: {
    valid: true,
    attr: { 'rule::selector': 'svg', xmlns: 'http://www.w3.org/2000/svg' },
    elm: { svg: 1, script: false },
  },
};
