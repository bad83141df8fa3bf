import { describe, expect, it } from 'vitest';
import { PlanCheckPage } from './plan-check-page.tsx';
import { limitsOn } from './plan-limits.ts';
import { PlansPage } from './plans-page.tsx';
import { proposeShortTerm } from './propose-plan.ts';

const limits = limitsOn('2026-12-01');
const typed = { year: '2025', kind: 'short-term', day: '2026-12-14', monthly: '', from: 'x', formKey: 'k' };
const frame = (lang: 'en' | 'es') => ({ lang, path: '/plans', formToken: 'x' });

/** The page of a plan, paid after so many days. */
function check(lang: 'en' | 'es', payOn: string): string {
  const plan = proposeShortTerm(1_000_00, { today: '2026-12-01', payOn }, limits);
  if (!plan.ok) throw new Error(plan.error.code);
  return String(PlanCheckPage({ frame: frame(lang), plan: plan.value, typed }));
}

describe('finding T5: what a plan costs', () => {
  it('finding T5: interest and penalties grow with or without a plan, and the page says so', () => {
    const page = (lang: 'en' | 'es') => String(PlansPage({ frame: frame(lang), plans: [], limits }));
    expect(page('en')).toContain(
      'Interest and penalties keep adding up until you have paid in full, with or without a plan.',
    );
    expect(page('es')).toContain('hasta que pague todo, con o sin un plan');
    expect(page('en') + page('es')).not.toMatch(/A plan adds interest|Un plan suma intereses/);
  });

  it('finding T5: a plan is compared with paying today by what it costs, and not as if waiting cost nothing', () => {
    expect(check('en', '2026-12-31')).toMatch(
      /If you pay in full today, you pay no more interest\. With this plan you pay \$\d+\.\d\d in interest and fees\./,
    );
    expect(check('es', '2026-12-31')).toContain('ya no paga más intereses');
    expect(check('en', '2026-12-31')).not.toContain('costs nothing more');
  });

  it('finding T5: one that is paid today costs nothing, so nothing is compared', () => {
    expect(check('en', '2026-12-01')).not.toContain('in interest and fees');
  });
});
