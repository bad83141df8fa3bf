import type { ProofingFacts, ProvenIdentity } from '../../../modules/proofing/index.ts';
import { formatDay, type Lang, words } from '../../locales/index.ts';
import type { PageFrame } from '../../ui/index.ts';

type Evidence = ProofingFacts['evidence'][number];
type Names<Code extends string> = Readonly<Record<Code, string>>;

/** From the recorded facts: which evidence, how it was shown to be genuine and how to be this person's. */
export function HowProven({ frame, proven }: { readonly frame: PageFrame; readonly proven: ProvenIdentity }) {
  const say = words(frame.lang).account.data;
  return (
    <>
      <h2>{say.how}</h2>
      <p>{say.provenOn(dayOf(proven.verifiedAt.toISOString(), frame.lang))}</p>
      <ul class="signet-evidence">
        {proven.facts.evidence.map((evidence) => (
          <li>
            <strong>{(say.kinds satisfies Names<Evidence['kind']>)[evidence.kind]}</strong>
            <ul>
              {stepsOf(evidence, frame.lang).map((step) => (
                <li>{step}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {proven.facts.agent ? <p>{say.agent}</p> : null}
    </>
  );
}

function stepsOf({ validated, verified }: Evidence, lang: Lang): readonly string[] {
  const say = words(lang).account.data;
  const methods: Names<Evidence['validated'][number]['method']> = say.methods;
  const pathways: Names<Evidence['verified'][number]['pathway']> = say.pathways;
  return [
    ...validated.map(({ method, at }) => say.step(methods[method], dayOf(at, lang))),
    ...verified.map(({ pathway, at }) => say.step(pathways[pathway], dayOf(at, lang))),
  ];
}

const dayOf = (at: string, lang: Lang): string => formatDay(lang, at.slice(0, 10));
