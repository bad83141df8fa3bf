import { Redacted } from '../../kernel/index.ts';
import { maskAddress } from '../../modules/accounts/index.ts';
import type { ReleaseItem } from '../../modules/agencies/index.ts';
import { formatDay, type Lang } from '../locales/index.ts';

/** A value as it stands on the page before "Show" is pressed (C4), or undefined where nothing needs hiding. */
export function maskValue(item: ReleaseItem, value: readonly string[]): string | undefined {
  const [first = ''] = value;
  switch (item) {
    case 'ssn':
      return `•••-••-${first.slice(-4)}`;
    case 'birthdate':
      return `••/••/${first.slice(0, 4)}`;
    case 'address':
      return `${first.slice(0, 6)}…`;
    case 'email':
      return maskAddress(new Redacted(first));
    case 'name':
      return undefined;
  }
}

/** A value in full, as people write it. */
export function fullValue(item: ReleaseItem, value: readonly string[], lang: Lang): string {
  const [first = ''] = value;
  switch (item) {
    case 'ssn':
      return `${first.slice(0, 3)}-${first.slice(3, 5)}-${first.slice(5)}`;
    case 'birthdate':
      return formatDay(lang, first);
    case 'address':
      return value.join(', ');
    case 'email':
    case 'name':
      return first;
  }
}
