/** A part of a text that the parser cannot read because of one mark: what it says of this part is no news. */
export interface Unreadable {
  /** From the mark to blame to where that shows, in characters from the beginning of the text. */
  readonly start: number;
  readonly end: number;
  /** Where it is told. */
  readonly at: number;
  readonly wrong: string;
  readonly right: string;
}
