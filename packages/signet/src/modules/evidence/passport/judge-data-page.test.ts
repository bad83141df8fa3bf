import { describe, expect, it } from 'vitest';
import {
  type PassportOptions,
  renderLicense,
  renderPassport,
} from '../../../../../../sandbox/documents/index.ts';
import { findPerson } from '../../../../../../sandbox/people/people.ts';
import { type FacesSeen, judgeAtOnce } from '../kind/index.ts';
import { intakePhoto } from '../photo/index.ts';
import { passport } from './passport.ts';

const marisol = findPerson('marisol-quintero');
if (!marisol) throw new Error('the sandbox has lost Marisol Quintero');

async function told(file: Buffer, faces: FacesSeen = 'one', sandbox = true) {
  const photo = await intakePhoto(file);
  if (!photo.ok) throw new Error(photo.error);
  const search = { onDocument: async () => faces, ofPerson: async () => faces };
  const context = { faces: search, today: '2026-05-04', sandbox };
  return (await judgeAtOnce(passport.captures['data-page'], photo.value, context)).problems;
}

const page = (options: PassportOptions = {}) => renderPassport(marisol, options);

describe('finding P1: what a quick look says of a passport’s page', { timeout: 90_000 }, () => {
  it('nothing of a good one', async () => expect(await told(await page())).toEqual([]));

  it.each<[string, PassportOptions, readonly string[]]>([
    ['that has run out', { facts: { issued: '2012-05-10', expires: '2022-05-09' } }, ['expired']],
    [
      'whose zone is another’s digits',
      { zone: ['P<UTOX<<Y'.padEnd(44, '<'), '1'.repeat(44)] },
      ['zone-unread'],
    ],
  ])('one %s', async (_, options, problems) => expect(await told(await page(options))).toEqual(problems));

  it('one without a face, and one of no state that is taken here', async () => {
    expect(await told(await page(), 'none')).toEqual(['no-portrait']);
    expect(await told(await page(), 'one', false)).toEqual(['not-accepted']);
  });

  it('a license is another document', async () => {
    expect(await told((await renderLicense(marisol)).front)).toEqual(['other-document']);
  });
});
