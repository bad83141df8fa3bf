import { describe, expect, it } from 'vitest';
import { documentKinds } from '../../evidence/index.ts';
import { stepsOf } from '../flow/index.ts';
import { everyHave, offersAndDemands } from './every-have.ts';
import { type Have, havesIn, type Plan, planPaths } from './index.ts';

const usual = havesIn('name-changed')[0] as Have;
const [[offers], [unmeasuredOffers]] = [offersAndDemands()[0], offersAndDemands()[6]] as never as [
  [Parameters<typeof planPaths>[2]],
  [Parameters<typeof planPaths>[2]],
];
const demand = { ial: 2, attributes: ['name'] } as const;
const planned = (change: Partial<Have>, over: Partial<typeof offers> = {}, asked = demand): Plan =>
  planPaths({ ...usual, ...change }, asked, { ...offers, ...over });
const best = (plan: Plan) => plan.paths[0];

describe('the paths that can succeed', () => {
  it('at once with a document, a phone and a face; the pages are those of the case', () => {
    const found = best(planned({}));
    expect(found).toMatchObject({ waits: [], photos: 'this-device', course: { withoutFace: false } });
    for (const { course, steps } of planned({}).paths) expect(steps).toEqual(stepsOf(course));
  });

  it('P6: no face check: by a letter within 21 days, where letters are mailed and mail comes', () => {
    expect(best(planned({ faceCheck: false }))?.waits).toEqual([{ for: 'letter', withinDays: 21 }]);
    expect(planned({ faceCheck: false }, { mailsCodes: () => false })).toMatchObject({
      paths: [],
      missing: [],
    });
    expect(planned({ faceCheck: false, mail: false })).toMatchObject({ paths: [], missing: ['mail'] });
    expect(planned({ faceCheck: false, documents: ['passport'] })).toMatchObject({
      paths: [],
      missing: ['a-document'],
    });
  });

  it.each([
    ['no phone of their own', { phone: false }, ['no-phone']],
    ['an ITIN', { number: 'itin' }, ['taxpayer-number']],
    ['a name that the records do not share', { namesAgree: false }, ['record-not-confirmed']],
    ['photos by a helper, as files', { camera: false, helper: true, mail: false }, ['selfie-from-file']],
    ['an ITIN and no phone', { number: 'itin', phone: false }, ['taxpayer-number', 'no-phone']],
  ] as const)('A21: %s: a person, within 14 days, and why', (_name, change, reasons) => {
    expect(best(planned(change))?.waits[0]).toEqual({ for: 'person', withinDays: 14, reasons });
  });

  it('an agency that asks for IAL1 misses no phone', () => {
    const asked = { ial: 1, attributes: [] } as const;
    expect(best(planPaths({ ...usual, phone: false }, asked, offers))?.waits).toEqual([]);
  });

  it('an agency that asks for an address is brought one first, by a document that states it', () => {
    const asked = { ial: 2, attributes: ['address'] } as const;
    const plan = planPaths({ ...usual, documents: ['passport', 'state-id'] }, asked, offers);
    expect(best(plan)).toMatchObject({ course: { document: 'state-id' }, lacks: [] });
    const byPassport = plan.paths.find(({ course }) => course.document === 'passport');
    expect(byPassport).toMatchObject({ lacks: ['address'] });
  });

  it('P6: another phone takes the place of a camera, and nothing else changes', () => {
    const [another, files] = havesIn('no-camera').map((have) => planPaths(have, demand, offers));
    expect(another && best(another)).toMatchObject({ photos: 'another-phone', waits: [] });
    const withFace = files?.paths.find(({ course }) => !course.withoutFace);
    expect(withFace).toMatchObject({ photos: 'file', waits: [{ for: 'person' }] });
  });

  it('nothing opens a way for a child, one thing for whoever lacks a document or a number', () => {
    expect(planned({ ofAge: false })).toEqual({ paths: [], missing: [], help: 'agency' });
    expect(planned({ documents: ['mobile-license'] }).missing).toEqual(['a-document']);
    expect(planned({ number: 'none' }).missing).toEqual(['a-number']);
    expect(planned({ camera: false }).missing).toEqual(['a-camera']);
  });

  it('A15, A16: where no face check was measured no path promises what it would not reach', () => {
    const plan = planPaths({ ...usual, helper: true }, demand, unmeasuredOffers);
    expect(plan.paths.length).toBeGreaterThan(0);
    for (const { course, photos } of plan.paths) expect(course.withoutFace || photos === 'file').toBe(true);
  });

  it('the best come first, and none asks for what the person has not', () => {
    const [first] = offersAndDemands();
    if (!first) throw new Error('no offers');
    for (const have of everyHave()) {
      const { paths } = planPaths(have, first[1], first[0]);
      const byPerson = paths.map(({ waits }) => waits.some((wait) => wait.for === 'person'));
      expect(byPerson).toEqual([...byPerson].sort());
      for (const { course, photos } of paths) {
        expect(have.documents).toContain(course.document);
        if (!course.withoutFace) expect(have.faceCheck).toBe(true);
        if (course.withoutFace) expect(have.mail).toBe(true);
        if (photos === 'this-device') expect(have.camera).toBe(true);
      }
    }
    expect(documentKinds.length).toBeGreaterThan(3);
  });
});
