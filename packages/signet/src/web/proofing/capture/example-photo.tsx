import type { DocumentKind } from '../../../modules/evidence/index.ts';
import type { PhotoRole } from '../../../modules/proofing/index.ts';
import { type Lang, words } from '../../locales/index.ts';

export interface ExamplePhotoProps {
  readonly lang: Lang;
  readonly role: PhotoRole;
  /** What the person chose. */
  readonly document: DocumentKind | undefined;
}

/** What a good picture looks like: drawn, so that nobody's document or face is shown. */
export function ExamplePhoto({ lang, role, document }: ExamplePhotoProps) {
  return (
    <p class="signet-example">
      <svg viewBox="0 0 120 80" aria-hidden="true" focusable="false">
        <rect class="signet-example__table" width="120" height="80" />
        <Drawing role={role} document={document} />
      </svg>
      {words(lang).proofing.photo.example}
    </p>
  );
}

function Drawing({ role, document }: Pick<ExamplePhotoProps, 'role' | 'document'>) {
  if (role === 'selfie') return <Face />;
  if (role === 'data-page') return <OpenBook />;
  if (role === 'front') return <Front />;
  return document === 'passport-card' ? <CardZone /> : <Back />;
}

const Card = () => <rect class="signet-example__card" x="12" y="10" width="96" height="60" rx="4" />;

/** A row of print. */
const Line = ({ x, y, width }: { readonly x: number; readonly y: number; readonly width: number }) => (
  <rect class="signet-example__ink" x={x} y={y} width={width} height="3" rx="1" />
);

const Front = () => (
  <>
    <Card />
    <circle class="signet-example__ink" cx="30" cy="34" r="7" />
    <path class="signet-example__ink" d="M19 58a11 13 0 0 1 22 0z" />
    <Line x={52} y={18} width={46} />
    <Line x={52} y={30} width={34} />
    <Line x={52} y={38} width={40} />
    <Line x={52} y={46} width={30} />
    <Line x={52} y={54} width={36} />
  </>
);

const Back = () => (
  <>
    <Card />
    {[20, 25, 28, 34, 38, 44, 47, 53, 58, 62, 68, 72, 78, 82, 88, 92, 97].map((x, at) => (
      <rect class="signet-example__ink" x={x} y="18" width={at % 3 === 0 ? 3 : 2} height="22" />
    ))}
    <Line x={20} y={48} width={60} />
    <Line x={20} y={56} width={46} />
  </>
);

/** A passport that lies open: a page over the one with the picture, and the zone at its foot. */
const OpenBook = () => (
  <>
    <rect class="signet-example__card" x="15" y="3" width="90" height="33" rx="3" />
    <Line x={40} y={14} width={40} />
    <Line x={46} y={22} width={28} />
    <rect class="signet-example__card" x="15" y="37" width="90" height="40" rx="3" />
    <circle class="signet-example__ink" cx="30" cy="47" r="5" />
    <path class="signet-example__ink" d="M21.5 61a8.5 9 0 0 1 17 0z" />
    <Line x={46} y={42} width={50} />
    <Line x={46} y={49} width={34} />
    <Line x={46} y={56} width={42} />
    <ZoneLine y={67} letters={30} />
    <ZoneLine y={73} letters={46} />
  </>
);

const CardZone = () => (
  <>
    <Card />
    <Line x={24} y={18} width={50} />
    <ZoneLine y={44} letters={40} />
    <ZoneLine y={52} letters={34} />
    <ZoneLine y={60} letters={26} />
  </>
);

/** A line of a machine-readable zone: letters, then <<<. */
const ZoneLine = ({ y, letters }: { readonly y: number; readonly letters: number }) => (
  <>
    <Line x={20} y={y - 1.5} width={letters} />
    <path class="signet-example__zone" d={chevrons(22 + letters, y)} />
  </>
);

function chevrons(from: number, y: number): string {
  const count = Math.floor((100 - from) / 4) + 1;
  return Array.from({ length: count }, (_, at) => `M${from + at * 4 + 2} ${y - 2}l-2 2 2 2`).join('');
}

const Face = () => (
  <>
    <ellipse class="signet-example__card" cx="60" cy="36" rx="19" ry="25" />
    <path class="signet-example__card" d="M26 80a34 20 0 0 1 68 0z" />
    <circle class="signet-example__ink" cx="53" cy="33" r="2" />
    <circle class="signet-example__ink" cx="67" cy="33" r="2" />
    <path class="signet-example__ink" d="M52 46q8 6 16 0q-8 9-16 0z" />
  </>
);
