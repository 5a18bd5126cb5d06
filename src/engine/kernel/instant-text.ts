const DAY_MS = 86_400_000;

/**
 * An instant (ms since the epoch, UTC) as ISO 8601, by arithmetic alone, for failures and reports of the kernel.
 * Days to date after the proleptic Gregorian calendar in years that begin in March, so that a leap day comes last.
 */
export function instantText(time: number): string {
  const day = Math.floor(time / DAY_MS);
  const ms = time - day * DAY_MS;
  return `${dateText(day)}T${pad(ms / 3_600_000, 2)}:${pad((ms / 60_000) % 60, 2)}:${secondsText(ms)}Z`;
}

function dateText(day: number): string {
  const shifted = day + 719_468; // days since 0000-03-01
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

function secondsText(ms: number): string {
  return `${pad((ms / 1_000) % 60, 2)}.${pad(ms % 1_000, 3)}`;
}

function pad(value: number, digits: number): string {
  return String(Math.floor(value)).padStart(digits, "0");
}
