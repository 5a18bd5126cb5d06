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
  const top = 3.3871328727963666080 + r * (1.3314166789178437745e2 + r * (1.9715909503065514427e3
    + r * (1.3731693765509461125e4 + r * (4.5921953931549871457e4 + r * (6.7265770927008700853e4
    + r * (3.3430575583588128105e4 + r * 2.5090809287301226727e3))))));
  const bottom = 1 + r * (4.2313330701600911252e1 + r * (6.8718700749205790830e2
    + r * (5.3941960214247511077e3 + r * (2.1213794301586595867e4 + r * (3.9307895800092710610e4
    + r * (2.8729085735721942674e4 + r * 5.2264952788528545610e3))))));
  return (q * top) / bottom;
}

/** For tails down to e^-25. */
function outer(r: number): number {
  const top = 1.42343711074968357734 + r * (4.63033784615654529590 + r * (5.76949722146069140550
    + r * (3.64784832476320460504 + r * (1.27045825245236838258 + r * (2.41780725177450611770e-1
    + r * (2.27238449892691845833e-2 + r * 7.74545014278341407640e-4))))));
  const bottom = 1 + r * (2.05319162663775882187 + r * (1.67638483018380384940
    + r * (6.89767334985100004550e-1 + r * (1.48103976427480074590e-1 + r * (1.51986665636164571966e-2
    + r * (5.47593808499534494600e-4 + r * 1.05075007164441684324e-9))))));
  return top / bottom;
}

/** For tails below e^-25. */
function far(r: number): number {
  const top = 6.65790464350110377720 + r * (5.46378491116411436990 + r * (1.78482653991729133580
    + r * (2.96560571828504891230e-1 + r * (2.65321895265761230930e-2 + r * (1.24266094738807843860e-3
    + r * (2.71155556874348757815e-5 + r * 2.01033439929228813265e-7))))));
  const bottom = 1 + r * (5.99832206555887937690e-1 + r * (1.36929880922735805310e-1
    + r * (1.48753612908506148525e-2 + r * (7.86869131145613259100e-4 + r * (1.84631831751005468180e-5
    + r * (1.42151175831644588870e-7 + r * 2.04426310338993978564e-15))))));
  return top / bottom;
}
