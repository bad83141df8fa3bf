import type { Child } from 'hono/jsx';
import type { Frame } from './frame.ts';
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
    <div class="wrap narrow">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {children}
    </div>
  </Page>
);
