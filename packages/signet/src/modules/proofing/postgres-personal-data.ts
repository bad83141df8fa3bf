import { sql } from 'kysely';
import type { Database, PersonalData, Written } from '../../kernel/index.ts';
import { queriesOn } from '../../platform/postgres/index.ts';
import type { Proofing } from './proofing.ts';

/**
 * What was proven and how, every case and what was decided. Not the single findings: which attribute of a record
 * differed is told to nobody, or stolen data could be tested here (A22); nor what an agent was asked to look at, beyond
 * what the decision says; nor links for a phone, which last minutes; nor digests of what was used, which say nothing to
 * anybody. The photos are on the case's own pages.
 */
export function proofingPersonalData(db: Database, proofing: Pick<Proofing, 'erase'>): PersonalData {
  return {
    tables: [
      'proofing_cases',
      'proofing_images',
      'proofing_findings',
      'proofing_submissions',
      'proofings',
      'review_cases',
      'proofing_phone_codes',
      'proofing_phone_links',
      'proofing_signals',
    ],
    async about(person) {
      const { rows } = await sql<Readonly<Record<string, Written>>>`
        SELECT
          (SELECT coalesce(json_agg(json_build_object('verifiedAt', verified_at, 'facts', facts - 'format')
              ORDER BY verified_at), '[]')
            FROM proofings WHERE person = ${person}) AS "howProven",
          (SELECT coalesce(json_agg(json_build_object('startedAt', started_at, 'lastChangedAt', touched_at,
              'stage', stage, 'levelAskedFor', required_ial, 'decision', decision, 'settledByAgent', agent,
              'consentVersion', consent_version, 'consentAt', consent_at, 'sentAt', submitted_at,
              'evidenceDeletedBy', delete_at, 'evidenceStillKept', wrapped_key IS NOT NULL,
              'photosKept', (SELECT count(*) FROM proofing_images
                WHERE proofing_images.person = proofing_cases.person AND case_id = proofing_cases.id),
              'toGetBackIn', account IS NOT NULL) ORDER BY started_at), '[]')
            FROM proofing_cases WHERE person = ${person} OR account = ${person}) AS "identityChecks",
          (SELECT coalesce(json_agg(json_build_object('reference', reference, 'status', status,
              'agent', agent, 'openedAt', opened_at, 'settledAt', settled_at) ORDER BY opened_at), '[]')
            FROM review_cases WHERE person = ${person}) AS "reviewCases"`.execute(queriesOn(db));
      return { ...rows[0] };
    },
    forget: (tx, person) => proofing.erase(tx, person),
  };
}
