/** What people call a measure, where the words of its id alone would not tell a newcomer enough. */
export interface Naming {
  /** At the head of a row or a column. */
  readonly title: string;
  /** Within a sentence; the title in small letters when left out. */
  readonly noun?: string;
  /** What is said of a replication in which a time is never counted; `unaffected` when left out. */
  readonly spared?: { readonly text: string; readonly word: string };
}
