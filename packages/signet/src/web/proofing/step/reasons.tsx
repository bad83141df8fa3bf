import type { ReasonCode } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';
import type { PageFrame } from '../../ui/index.ts';

/** While an agent looks there is nothing to do over, but something to have ready. */
const toHaveReady: readonly ReasonCode[] = ['taxpayer-number', 'no-phone'];

/** Why, and with `help` what to do about it, reason by reason; without it only what an agent will ask for. */
export function Reasons(props: {
  readonly frame: PageFrame;
  readonly reasons: readonly ReasonCode[];
  readonly help?: boolean;
}) {
  const { frame, reasons, help = false } = props;
  const { proofing } = words(frame.lang);
  if (!help) {
    return (
      <ul>
        {reasons.map((code) => (
          <li>
            {proofing.reasons[code].why}
            {toHaveReady.includes(code) ? ` ${proofing.reasons[code].help}` : null}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <>
      {reasons.map((code) => (
        <p>
          <strong>{proofing.reasons[code].why}</strong> {helpFor(frame, code)}
        </p>
      ))}
    </>
  );
}

/** A real card in the sandbox is refused for being real, and should hear so. */
function helpFor(frame: PageFrame, code: ReasonCode): string {
  const { proofing } = words(frame.lang);
  return frame.sandbox && code === 'document-not-accepted'
    ? proofing.sandboxCard
    : proofing.reasons[code].help;
}
