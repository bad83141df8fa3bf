import { paths } from '../config/config.ts';
import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';

/** The way to everything else, which asks for a proof of identity and two factors. */
export function ToAccount({ frame }: { readonly frame: Frame }) {
  const { note, action } = words(frame.lang).refundTool.toAccount;
  return (
    <p class="after">
      {note} <a href={`/sign-in?return_to=${paths.account}`}>{action}</a>
    </p>
  );
}
