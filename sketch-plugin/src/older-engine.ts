/**
 * What libraries call and the JavaScriptCore of macOS 11 (Safari 14) has not; imported before them. Older ones lack
 * BigInt, on which the boolean operations stand.
 */
const missing = Object as { hasOwn?: (object: object, key: PropertyKey) => boolean };
missing.hasOwn ??= (object, key) => Object.prototype.hasOwnProperty.call(object, key);
