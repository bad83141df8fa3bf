import { z } from 'zod';

/** Of a birth: the last year with these digits that is not to come. Print tells those apart who are over a hundred. */
export function dateBefore(stated: string | null | undefined, today: string): string | undefined {
  const century = Number(today.slice(0, 2));
  return [century, century - 1]
    .map((one) => isoDate(one, stated))
    .find((date) => date !== undefined && date <= today);
}

/** Of an expiry: within fifty years of today. */
export function dateNear(stated: string | null | undefined, today: string): string | undefined {
  const century = Number(today.slice(0, 2));
  const yearsAway = (date: string) => Math.abs(Number(date.slice(0, 4)) - Number(today.slice(0, 4)));
  return [century, century - 1, century + 1]
    .flatMap((one) => isoDate(one, stated) ?? [])
    .find((date) => yearsAway(date) <= 50);
}

function isoDate(century: number, stated: string | null | undefined): string | undefined {
  const [, year, month, day] = /^(\d{2})(\d{2})(\d{2})$/.exec(stated ?? '') ?? [];
  const date = z.iso.date().safeParse(`${century}${year}-${month}-${day}`);
  return date.success ? date.data : undefined;
}
