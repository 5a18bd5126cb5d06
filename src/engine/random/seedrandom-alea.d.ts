declare module "seedrandom/lib/alea.js" {
  /** Three fractions in units of 2^-32, 0 <= s < 1, and a whole carry. */
  interface State {
    readonly s0: number;
    readonly s1: number;
    readonly s2: number;
    readonly c: number;
  }

  /** Baagøe's alea, keyed by a text. */
  const alea: (
    seed: string,
    options?: { readonly state: true },
  ) => {
    /** 32 bits, 0 <= u < 1. */
    (): number;
    /** 53 bits, 0 <= u < 1. */
    double(): number;
    /** A whole number, -2^31 <= n < 2^31. */
    int32(): number;
    /** Where it stands; only with the option. */
    state(): State;
  };
  export default alea;
}
