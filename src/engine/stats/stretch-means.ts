/** Means of stretches of `size` numbers of a series, from its first on; what is left over is not read. */
export function stretchMeans(series: ArrayLike<number>, size: number): Float64Array {
  return Float64Array.from({ length: Math.floor(series.length / size) }, (_, stretch) => {
    let sum = 0;
    for (let place = 0; place < size; place += 1) {
      sum += series[stretch * size + place] as number; // a whole stretch lies within the series
    }
    return sum / size;
  });
}
