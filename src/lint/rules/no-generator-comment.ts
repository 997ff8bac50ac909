import { removeElement, removeMarkup } from '../../parse/edit.ts';
import { commentsOf, elementsOf, isSvg, textOf } from '../../parse/tree.ts';
import { defineLeftover } from './leftover.ts';

/** What programs write of themselves. "Created by" alone names a person as often, whose licence may ask for it. */
const GENERATOR =
  /\bgenerator\s*:|\b(created|drawn|made|exported|generated|optimi[sz]ed) (with|using|from)\b|\b(created|exported|generated|optimi[sz]ed) by (potrace|fontforge|inkscape|svgo|adobe|sketch|figma|corel|boxy|vectornator|an? \w+)|\buploaded to\b/i;

const RIGHTS = /copyright|licen[cs]e|\u00a9|\(c\)|attribution/i;

/** "Generator: …" and "Created with …": an advertisement in every file. */
export const noGeneratorComment = defineLeftover({
  name: 'no-generator-comment',
  summary: 'Forbids comments and descriptions that name the program an icon was drawn with.',
  languages: ['svg', 'vector-drawable'],
  fixes: ['safe'],
  check({ document, report }) {
    for (const comment of commentsOf(document.nodes)) {
      if (!GENERATOR.test(comment.value) || RIGHTS.test(comment.value)) continue;
      report({
        span: comment.span,
        message: 'This comment only names the program.',
        help: 'Remove it.',
        fix: { safety: 'safe', title: 'Remove it', edits: [removeMarkup(document, comment.span)] },
      });
    }
    for (const element of elementsOf(document.root)) {
      if (
        !isSvg(element, 'desc') ||
        !/^(created|exported|drawn) (with|using) \S+( \S+)?$/i.test(textOf(element).trim())
      )
        continue;
      report({
        span: element.span,
        message: 'This description only names the program.',
        help: 'Remove it.',
        fix: { safety: 'safe', title: 'Remove it', edits: [removeElement(document, element)] },
      });
    }
  },
});
