// Days are ISO dates in the address and whole numbers since 1970 in arithmetic; no clock and no time zone takes part.

export type Day = string;

const MS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const FULL = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

export const isDay = (text: string | null | undefined): text is Day => /^\d{4}-\d\d-\d\d$/.test(text ?? "") && !Number.isNaN(Date.parse(text!));
export const toNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MS);
export const toDay = (number: number): Day => new Date(number * MS).toISOString().slice(0, 10);

export interface Parts { year: number; month: number; date: number; weekday: number }

/** month 0–11, weekday 0 = Monday. */
export function partsOf(number: number): Parts {
  const at = new Date(number * MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate(), weekday: (at.getUTCDay() + 6) % 7 };
}

export function short(day: Day): string {
  const { month, date } = partsOf(toNumber(day));
  return `${date} ${MONTHS[month]}`;
}

export function long(day: Day): string {
  const { year, month, date } = partsOf(toNumber(day));
  return `${date} ${FULL[month]} ${year}`;
}

export const monthName = (month: number): string => MONTHS[month]!;
