import type { PhotoRole } from '../../../modules/proofing/index.ts';
import { type Lang, words } from '../../locales/index.ts';

/** What a good picture looks like: drawn, so that nobody's document or face is shown. */
export function ExamplePhoto({ lang, role }: { readonly lang: Lang; readonly role: PhotoRole }) {
  return (
    <p class="signet-example">
      <svg viewBox="0 0 120 80" aria-hidden="true" focusable="false">
        <rect class="signet-example__table" width="120" height="80" />
        {role === 'selfie' ? <Face /> : role === 'back' ? <Back /> : <Front />}
      </svg>
      {words(lang).proofing.photo.example}
    </p>
  );
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

const Face = () => (
  <>
    <ellipse class="signet-example__card" cx="60" cy="36" rx="19" ry="25" />
    <path class="signet-example__card" d="M26 80a34 20 0 0 1 68 0z" />
    <circle class="signet-example__ink" cx="53" cy="33" r="2" />
    <circle class="signet-example__ink" cx="67" cy="33" r="2" />
    <path class="signet-example__ink" d="M52 46q8 6 16 0q-8 9-16 0z" />
  </>
);
