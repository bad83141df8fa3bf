import type { DocumentKind } from '../../../modules/evidence/index.ts';
import type { PhotoRole } from '../../../modules/proofing/index.ts';
import type { Lang } from '../../locales/index.ts';
import { ExamplePhoto } from './example-photo.tsx';

interface AdviceProps {
  readonly lang: Lang;
  readonly of: PhotoRole;
  /** What the person chose. */
  readonly document?: DocumentKind | undefined;
  readonly tips: readonly string[];
}

/** What makes a photo a good one, and how one looks. */
export const PhotoAdvice = ({ lang, of, document, tips }: AdviceProps) => (
  <>
    <ul>
      {tips.map((tip) => (
        <li>{tip}</li>
      ))}
    </ul>
    <ExamplePhoto lang={lang} role={of} document={document} />
  </>
);
