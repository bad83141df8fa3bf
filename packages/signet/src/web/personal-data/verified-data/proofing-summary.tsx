import type { ProofingFacts, ProvenIdentity } from '../../../modules/proofing/index.ts';
import { formatDate, type Lang, words } from '../../locales/index.ts';
import { DatedSentence, type PageFrame } from '../../ui/index.ts';

type Evidence = ProofingFacts['evidence'][number];
type Names<Code extends string> = Readonly<Record<Code, string>>;

/** From the recorded facts: which evidence, how it was shown to be genuine and how to be this person's. */
export function HowProven({ frame, proven }: { readonly frame: PageFrame; readonly proven: ProvenIdentity }) {
  const say = words(frame.lang).account.data;
  const { verifiedAt } = proven;
  /** The day that the sentence above says already. */
  const isSameDay = (at: Date) => formatDate(frame.lang, at) === formatDate(frame.lang, verifiedAt);
  return (
    <>
      <h2>{say.how}</h2>
      <p>
        <DatedSentence lang={frame.lang} at={verifiedAt} sentence={say.provenOn} />
      </p>
      <ul class="signet-evidence">
        {proven.facts.evidence.map((evidence) => (
          <li>
            <strong>{(say.kinds satisfies Names<Evidence['kind']>)[evidence.kind]}</strong>
            <ul>
              {stepsOf(evidence, frame.lang).map(({ what, at }) => (
                <li>
                  {isSameDay(at) ? (
                    what
                  ) : (
                    <DatedSentence lang={frame.lang} at={at} sentence={(day) => say.step(what, day)} />
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {proven.facts.agent ? <p>{say.agent}</p> : null}
    </>
  );
}

interface Step {
  readonly what: string;
  readonly at: Date;
}

function stepsOf({ validated, verified }: Evidence, lang: Lang): readonly Step[] {
  const say = words(lang).account.data;
  const methods: Names<Evidence['validated'][number]['method']> = say.methods;
  const pathways: Names<Evidence['verified'][number]['pathway']> = say.pathways;
  return [
    ...validated.map(({ method, at }) => ({ what: methods[method], at: new Date(at) })),
    ...verified.map(({ pathway, at }) => ({ what: pathways[pathway], at: new Date(at) })),
  ];
}
