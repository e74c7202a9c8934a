/**
 * Stands in for WXT's context of a content script. The page can make that one abort, by an event
 * under the extension's id, which is public; our scripts use none, and end with the page.
 */
export class ContentScriptContext {
  readonly isValid = true;
}
