import type { Child } from 'hono/jsx';
import { type FieldProblem, Page, type PageFrame } from '../../ui/index.ts';
import { DeletionBanner } from './deletion-banner.tsx';
import { type Section, sectionLinks } from './sections.ts';

export interface AccountSectionProps {
  readonly frame: PageFrame;
  readonly section: Section;
  readonly title: string;
  readonly children: Child;
  readonly problems?: readonly FieldProblem[] | undefined;
  /** A page below a section's first: `BackLink`. */
  readonly above?: Child | undefined;
  /** `wide` for cards beside each other, without a sheet around them. */
  readonly width?: 'reading' | 'wide' | undefined;
  /** This page itself says what is to happen to the account. */
  readonly withoutBanner?: boolean | undefined;
}

/** A page of the account: its sections as navigation, one heading. */
export function AccountSection(props: AccountSectionProps) {
  const { frame, section, title } = props;
  return (
    <Page
      frame={frame}
      title={title}
      width={props.width ?? 'reading'}
      nav={sectionLinks(frame.lang, section)}
      problems={props.problems}
      above={props.above}
    >
      <h1>{title}</h1>
      {frame.closing && !props.withoutBanner ? <DeletionBanner frame={frame} dueAt={frame.closing} /> : null}
      {props.children}
    </Page>
  );
}
