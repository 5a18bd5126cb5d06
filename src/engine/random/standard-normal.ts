import { log } from "#base/elementary";

/**
 * The value below which a share `u` of a normal of mean 0 and standard deviation 1 lies, 0 < u < 1; relative
 * error about 1e-16 (Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied
 * Statistics 37, 1988, 477-484, routine PPND16). Strictly antisymmetric about 1/2.
 */
export function standardNormal(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) return central(q);
  const r = Math.sqrt(-log(q < 0 ? u : 1 - u));
  const size = r <= 5 ? outer(r - 1.6) : far(r - 5);
  return q < 0 ? -size : size;
}

/** For 0.075 <= u <= 0.925. */
function central(q: number): number {
  const r = 0.180625 - q * q;
  const top =
    3.387132872796366608 +
    r *
      (1.3314166789178437745e2 +
        r *
          (1.9715909503065514427e3 +
            r *
              (1.3731693765509461125e4 +
                r *
                  (4.5921953931549871457e4 +
                    r *
                      (6.7265770927008700853e4 +
                        r * (3.3430575583588128105e4 + r * 2.5090809287301226727e3))))));
  const bottom =
    1 +
    r *
      (4.2313330701600911252e1 +
        r *
          (6.871870074920579083e2 +
            r *
              (5.3941960214247511077e3 +
                r *
                  (2.1213794301586595867e4 +
                    r *
                      (3.930789580009271061e4 +
                        r * (2.8729085735721942674e4 + r * 5.226495278852854561e3))))));
  return (q * top) / bottom;
}

/** For tails down to e^-25. */
function outer(r: number): number {
  const top =
    1.42343711074968357734 +
    r *
      (4.6303378461565452959 +
        r *
          (5.7694972214606914055 +
            r *
              (3.64784832476320460504 +
                r *
                  (1.27045825245236838258 +
                    r *
                      (2.4178072517745061177e-1 +
                        r * (2.27238449892691845833e-2 + r * 7.7454501427834140764e-4))))));
  const bottom =
    1 +
    r *
      (2.05319162663775882187 +
        r *
          (1.6763848301838038494 +
            r *
              (6.8976733498510000455e-1 +
                r *
                  (1.4810397642748007459e-1 +
                    r *
                      (1.51986665636164571966e-2 +
                        r * (5.475938084995344946e-4 + r * 1.05075007164441684324e-9))))));
  return top / bottom;
}

/** For tails below e^-25. */
function far(r: number): number {
  const top =
    6.6579046435011037772 +
    r *
      (5.4637849111641143699 +
        r *
          (1.7848265399172913358 +
            r *
              (2.9656057182850489123e-1 +
                r *
                  (2.6532189526576123093e-2 +
                    r *
                      (1.2426609473880784386e-3 +
                        r * (2.71155556874348757815e-5 + r * 2.01033439929228813265e-7))))));
  const bottom =
    1 +
    r *
      (5.9983220655588793769e-1 +
        r *
          (1.3692988092273580531e-1 +
            r *
              (1.48753612908506148525e-2 +
                r *
                  (7.868691311456132591e-4 +
                    r *
                      (1.8463183175100546818e-5 +
                        r * (1.4215117583164458887e-7 + r * 2.04426310338993978564e-15))))));
  return top / bottom;
}
