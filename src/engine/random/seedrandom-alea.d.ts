declare module "seedrandom/lib/alea.js" {
  /** Baagøe's alea, keyed by a text. */
  const alea: (seed: string) => {
    /** 32 bits, 0 <= u < 1. */
    (): number;
    /** 53 bits, 0 <= u < 1. */
    double(): number;
    /** A whole number, -2^31 <= n < 2^31. */
    int32(): number;
  };
  export default alea;
}
