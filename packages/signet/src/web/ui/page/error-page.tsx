import { words } from '../../locales/index.ts';
import { Reference } from '../content/index.ts';
import { type PageFrame, places } from '../page-frame.ts';
import { Page } from './page.tsx';

/** Statuses that have words of their own; others are said as the nearest of these. */
export type ErrorStatus = 400 | 403 | 404 | 413 | 429 | 500 | 503;

export interface ErrorPageProps {
  readonly frame: PageFrame;
  readonly status: ErrorStatus;
  /** The request's id, to quote to support; says nothing about the person. */
  readonly reference?: string | undefined;
  /** Where asking for this very address once more may help. */
  readonly again?: boolean;
}

/** As browsers read a link with nothing in it: the page's own address, with what stands after `?`. */
const thisAddress = '';

/** What happened, that nothing is lost, what to do now. */
export function ErrorPage(props: ErrorPageProps) {
  const { errorPages } = words(props.frame.lang).common;
  const say = errorPages[props.status];
  return (
    <Page frame={props.frame} title={say.title}>
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.body}</p>
      <p>{say.next}</p>
      <Reference lang={props.frame.lang} reference={props.reference} />
      <ul class="signet-plain-list">
        {props.again ? (
          <li>
            <a href={thisAddress}>{errorPages.again}</a>
          </li>
        ) : null}
        <li>
          <a href={places.home}>{errorPages.goHome}</a>
        </li>
        <li>
          <a href={places.help}>{errorPages.getHelp}</a>
        </li>
      </ul>
    </Page>
  );
}
