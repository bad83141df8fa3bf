import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openProofingSite,
  type ProofingSite,
  waitingRequest,
} from '../../../../../../test/support/sites/proofing-site.tsx';
import { headingOf, visitorOf } from '../../../../../../test/support/visitors/proofing-visitor.ts';
import { stepNames } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import { qrPicture } from '../../ui/index.ts';

let site: ProofingSite;
beforeAll(async () => {
  site = await openProofingSite();
});
afterAll(() => site?.close());
beforeEach(() => {
  site.visitor.aal = 2;
  site.visitor.request = undefined;
  site.proofing.proven = undefined;
  site.faults.length = 0;
});

const mainOf = (body: string) => /<main.*<\/main>/s.exec(body)?.[0] ?? '';
const person = () => visitorOf(site);
const { proofing: say } = words('en');

describe('decisions', () => {
  const decided = (reason: keyof typeof say.reasons) => {
    decide({ outcome: 'refused', reasons: [reason] });
    return person().get('/verify');
  };
  const decide = (decision: Parameters<typeof site.proofing.standAt>[1]) =>
    site.proofing.standAt('check-answers', decision);

  it('verified: leads to the agency that waits, or to the account', async () => {
    decide({ outcome: 'verified' });
    site.proofing.proven = { ial: 2, verifiedAt: new Date(), facts: {} as never };
    expect((await person().get('/verify')).body).toContain('href="/account"');
    site.visitor.request = waitingRequest;
    expect((await person().get('/verify')).body).toContain('href="/interaction/request-1"');
  });

  it('verified by an agent, days later and by the mail: leads on to the agency whose request this browser left', async () => {
    decide({ outcome: 'verified' });
    site.proofing.proven = { ial: 2, verifiedAt: new Date(), facts: {} as never };
    site.visitor.request = waitingRequest;
    const main = mainOf((await visitorOf(site, undefined, { onTheWay: false }).get('/verify/decision')).body);
    expect(main).toContain('href="/interaction/request-1"');
    expect(main).toContain(say.verified.toAgency(waitingRequest.agencyName.en));
    expect(main).not.toContain('href="/account"');
  });

  it('verified long ago, with facts that no longer amount to what is required: begins anew', async () => {
    decide({ outcome: 'verified' });
    site.proofing.proven = { ial: 1, verifiedAt: new Date(), facts: {} as never };
    expect(headingOf((await person().get('/verify')).body)).toBe(say.choose.title);
  });

  it('try again: which photo, why, what helps, and the way there; the page itself says it again', async () => {
    site.proofing.standAt('selfie', {
      outcome: 'try-again',
      step: 'selfie',
      reasons: ['selfie-several-faces'],
    });
    const { get } = person();
    const { body } = await get('/verify');
    expect(headingOf(body)).toBe(say.again.titles.selfie);
    expect(body).toContain(say.reasons['selfie-several-faces'].help);
    expect(body).toContain('href="/verify/selfie"');
    expect((await get('/verify/selfie')).body).toContain(say.reasons['selfie-several-faces'].why);
  });

  it.each([
    ['passport-card', 'front', 'front-unreadable'],
    ['passport-card', 'back', 'zone-unreadable'],
    ['passport', 'data-page', 'page-unreadable'],
  ] as const)(
    'of a %s, its %s (%s): named as what this person has, and no license is',
    async (document, step, reason) => {
      site.proofing.standAt(step, { outcome: 'try-again', step, reasons: [reason] });
      site.proofing.answers = { ...site.proofing.answers, document };
      for (const lang of ['en', 'es'] as const) {
        const { body } = await person().get(`/verify?lang=${lang}`);
        const { again, photo } = words(lang).proofing;
        const ofKind: Readonly<Record<string, { readonly row: string }>> = photo.documents[document];
        expect(headingOf(body)).toBe(again.titleOfPhoto(ofKind[step]?.row ?? ''));
        const said = body.slice(body.indexOf('<h1'), body.indexOf('</main>'));
        expect(said).not.toMatch(/licen[cs]|identificaci/i);
      }
    },
  );

  it('finding P2: what is wrong with the other photos is told on the same page', async () => {
    site.proofing.standAt('selfie', { outcome: 'try-again', step: 'front', reasons: ['front-unreadable'] });
    const selfie = { settled: false, problems: ['no-face'], takenAt: new Date() } as const;
    site.proofing.answers = { ...site.proofing.answers, photos: { selfie } };
    const { body } = await person().get('/verify');
    expect(body).toContain(say.again.poorToo);
    expect(body).toContain(say.photo.problems['no-face']);
  });

  it('A23: needs a person: the case number, by when, and redress one press away', async () => {
    decide({
      outcome: 'needs-person',
      reference: 'SGN-7K3M-2QXD',
      reasons: ['record-not-confirmed'],
    });
    const { get } = person();
    const { body } = await get('/verify');
    expect(body).toContain('SGN-7K3M-2QXD');
    expect(body).toContain(
      `src="${await qrPicture('SGN-7K3M-2QXD')}" alt="${say.person.codeAlt('SGN-7K3M-2QXD')}"`,
    );
    expect(body).toContain('<signet-print');
    expect(body).toContain('14 days');
    expect(body).toContain('href="/verify/redress"');
    expect((await get('/verify/redress')).body).toContain('href="/not-me"');
  });

  it('needs a person for a face from a file alone: says that a camera can answer today, and elsewhere does not', async () => {
    for (const lang of ['en', 'es'] as const) {
      const { person: text } = words(lang).proofing;
      decide({ outcome: 'needs-person', reference: 'SGN-7K3M-2QXD', reasons: ['selfie-from-file'] });
      expect((await person().get(`/verify?lang=${lang}`)).body).toContain(text.withCamera);
      const reasons = ['selfie-from-file', 'document-needs-a-look'] as const;
      decide({ outcome: 'needs-person', reference: 'SGN-7K3M-2QXD', reasons });
      expect((await person().get(`/verify?lang=${lang}`)).body).not.toContain(text.withCamera);
    }
  });

  it('needs a person for what no photo changes: asks for no better photos', async () => {
    for (const lang of ['en', 'es'] as const) {
      const { faster, restart } = words(lang).proofing.person;
      decide({
        outcome: 'needs-person',
        reference: 'SGN-7K3M-2QXD',
        reasons: ['taxpayer-number', 'no-phone'],
      });
      const { body } = await person().get(`/verify?lang=${lang}`);
      expect(body).not.toContain(faster);
      expect(body).not.toContain(restart);
      const reasons = ['taxpayer-number', 'document-needs-a-look'] as const;
      decide({ outcome: 'needs-person', reference: 'SGN-7K3M-2QXD', reasons });
      expect((await person().get(`/verify?lang=${lang}`)).body).toContain(restart);
    }
  });

  it('finding T6: needs a person: says what to have at hand for them, and of nothing else what to do', async () => {
    decide({
      outcome: 'needs-person',
      reference: 'SGN-7K3M-2QXD',
      reasons: ['taxpayer-number', 'no-phone', 'selfie-needs-a-look'],
    });
    const { body } = await person().get('/verify');
    expect(body).toContain(say.reasons['taxpayer-number'].help);
    expect(body).toContain(say.reasons['no-phone'].help);
    expect(body).toContain(say.reasons['selfie-needs-a-look'].why);
    expect(body).not.toContain(say.reasons['selfie-needs-a-look'].help);
  });

  it.each([
    { outcome: 'needs-person', reference: 'SGN-7K3M-2QXD', reasons: ['record-not-confirmed'] },
    { outcome: 'pending-records', reasons: [] },
    { outcome: 'refused', reasons: ['document-not-confirmed'] },
  ] as const)(
    'once decided, as $outcome, the way back to the agency does not say that something is left undone',
    async (decision) => {
      decide(decision);
      site.visitor.request = waitingRequest;
      const main = mainOf((await person().get('/verify')).body);
      expect(main).toContain(`>${say.backOnceDecided(waitingRequest.agencyName.en)}<`);
      expect(main).not.toContain(say.backToAgency(waitingRequest.agencyName.en));
    },
  );

  it.each(['en', 'es'] as const)(
    'an office does not answer: says which, that it is not the person’s fault, and when it is asked again, in %s',
    async (lang) => {
      const { pending } = words(lang).proofing;
      const tryAt = new Date(Date.now() + 300_000);
      for (const why of ['silent', 'refused'] as const) {
        for (const office of Object.keys(pending[why]) as (keyof typeof pending.silent)[]) {
          decide({ outcome: 'pending-records' });
          site.proofing.waiting = { office, why, tryAt };
          const main = mainOf((await person().get(`/verify/decision?lang=${lang}`)).body);
          expect(main).toContain(pending[why][office]);
          expect(main).toContain(`datetime="${tryAt.toISOString()}"`);
          expect(main.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/unavailable|refused|silent|\b[45]\d\d\b/);
        }
      }
    },
  );

  it('an office does not answer: the page that shows the checks says so too', async () => {
    site.proofing.standAt('checking');
    site.proofing.waiting = { office: 'passport-office', why: 'silent', tryAt: new Date(0) };
    const main = mainOf((await person().get('/verify/checking')).body);
    expect(main).toContain(say.pending.silent['passport-office']);
    expect(main).toContain(say.pending.tryNow);
  });

  it('refused: says the same in every case but for the piece of evidence, and may be begun again', async () => {
    const { get, post } = person();
    decide({ outcome: 'refused', reasons: ['review-refused'] });
    const one = (await get('/verify')).body;
    decide({ outcome: 'refused', reasons: ['review-expired'] });
    const other = (await get('/verify')).body;
    const { why, help } = say.reasons['review-refused'];
    const { why: otherWhy, help: otherHelp } = say.reasons['review-expired'];
    expect(mainOf(one).replace(why, otherWhy).replace(help, otherHelp)).toBe(mainOf(other));
    expect(mainOf(other)).toMatch(/<form[^>]*action="\/verify"[\s\S]*<button[^>]*name="again" value="yes"/);
    expect((await post('/verify', { again: 'yes' })).url.pathname).toBe('/verify/choose');
  });

  it('finding P12: what is verified says so with a moment of its own', async () => {
    decide({ outcome: 'verified' });
    site.proofing.proven = { ial: 2, verifiedAt: new Date(), facts: {} as never };
    const { body } = await person().get('/verify');
    expect(headingOf(body)).toBe(say.verified.title);
    expect(mainOf(body)).toMatch(/<svg class="signet-seal"[^>]*aria-hidden="true"/);
    for (const point of say.verified.points) expect(body).toContain(point);
  });

  it('finding P12: refused for good: one way that can succeed, and no start that must fail', async () => {
    const startsAgain = /action="\/verify"/;
    const mainFor = async (reason: Parameters<typeof decided>[0]) => mainOf((await decided(reason)).body);
    const there = await mainFor('already-verified');
    expect(there).toMatch(/action="\/sign-out"/);
    expect(there).toContain(say.refused.signInThere);
    for (const reason of ['below-minimum-age', 'level-not-reached'] as const) {
      const main = await mainFor(reason);
      expect(main).toContain('href="/verify/other-ways/not-here"');
      expect([there, main].some((one) => startsAgain.test(one))).toBe(false);
    }
    expect(await mainFor('review-expired')).toMatch(startsAgain);
    expect((await person().get('/verify/other-ways/not-here')).body).toContain(say.otherWays.agency.body);
  });

  it('A22: no reason names a detail of a record', () => {
    const details =
      /\b(name|birth|address|zip|postal|number|nombre|nacimiento|dirección|número|dead|died|muert)/i;
    for (const lang of ['en', 'es'] as const) {
      for (const { why } of Object.values(words(lang).proofing.reasons)) expect(why).not.toMatch(details);
    }
  });
});

describe('stop and delete', () => {
  it.each(stepNames.filter((step) => step !== 'decision'))('A17: is offered at %s', async (step) => {
    site.proofing.standAt(step);
    expect((await person().get(`/verify/${step}`)).body).toContain('href="/verify/stop"');
  });

  it('A17: asks once, deletes everything, and says so; twice is harmless', async () => {
    site.proofing.standAt('ssn');
    const { get, post } = person();
    expect(headingOf((await get('/verify/stop')).body)).toBe(say.stop.title);
    expect(site.proofing.calls).toEqual([]);
    expect((await post('/verify/withdraw')).url.pathname).toBe('/verify/stopped');
    expect((await post('/verify/withdraw')).url.pathname).toBe('/verify/stopped');
    expect((await get('/verify/stop')).url.pathname).toBe('/verify');
  });

  it('leaves nobody stranded: the agency gets a no', async () => {
    site.visitor.request = waitingRequest;
    site.proofing.started = false;
    site.proofing.decision = undefined;
    const { get, post } = person();
    expect((await get('/verify/stopped')).body).toContain('action="/interaction/request-1/consent"');
    expect((await post('/interaction/request-1/consent', { answer: 'decline' })).body).toBe('decline');
  });
});
