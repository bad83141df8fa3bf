import type { Frame } from '@signet/agencies-ui/pages';
import type { Child } from 'hono/jsx';
import { Page } from './page.tsx';

interface MessageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly text: string;
  readonly children?: Child;
}

/** A page that says one thing, and below it where to go from here. */
export const Message = ({ frame, title, text, children }: MessageProps) => (
  <Page frame={frame} title={title}>
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    {children}
  </Page>
);
