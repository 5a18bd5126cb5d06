/** The outside world as a command sees it: handed in, so that tests hand in another. */
export interface Io {
  /** Writes to stdout. */
  out(text: string): void;
  /** Writes to stderr. */
  err(text: string): void;
  /** The terminal that bars are drawn on; undefined when stderr is none. */
  readonly terminal: NodeJS.WriteStream | undefined;
  /** True when stdout may be coloured. */
  readonly colours: boolean;
  /** Characters in a line of stdout. */
  readonly width: number;
  /** What to type to call this program again: `npm start --`, `npx breakwater`. */
  readonly program: string;
  /** The current folder, absolute. */
  readonly folder: string;
  /** Cores that threads may use. */
  readonly cores: number;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
}
