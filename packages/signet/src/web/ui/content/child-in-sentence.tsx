import type { Child } from 'hono/jsx';

/** Words with one place to fill, wherever a language puts it. */
export type Sentence = (filled: string) => string;

const place = '{}';

/** An element in the place of a sentence that would take a text. */
export function ChildInSentence(props: { readonly sentence: Sentence; readonly children: Child }) {
  const [before = '', after = ''] = props.sentence(place).split(place);
  return (
    <>
      {before}
      {props.children}
      {after}
    </>
  );
}
