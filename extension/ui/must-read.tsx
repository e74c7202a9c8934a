import type { Ref } from 'preact';
import type { MustReadContent } from '#shared/words/must-read-content.ts';

export type MustReadProps = {
  content: MustReadContent;
  /** Said when CONTINUE could not be kept. */
  fault: string | null;
  dialog: Ref<HTMLDialogElement>;
  onClose: () => void;
  onContinue: (event: MouseEvent) => void;
  onLearnMore: (event: MouseEvent) => void;
  onReview: (event: MouseEvent) => void;
  onTraining: (index: number, event: MouseEvent) => void;
};

/** One notice, which covers the page until CONTINUE is pressed. */
export function MustRead(props: MustReadProps) {
  const { content, fault, dialog, onContinue, onClose } = props;
  const { title, happened, means, tipsTitle, tips, ask, proceed } = content;
  return (
    <dialog
      ref={dialog}
      class="gs-must-read"
      closedby="none"
      onCancel={(event) => {
        event.preventDefault();
      }}
      onClose={onClose}
      role="dialog"
      aria-modal="true"
      aria-labelledby="gs-title"
      aria-describedby="gs-happened"
    >
      <div class="gs-must-read-text">
        {/* Read from its beginning: the first focus is here, not on CONTINUE. */}
        <h2 id="gs-title" tabIndex={-1} autofocus>
          {title}
        </h2>
        <p id="gs-happened" class="gs-happened">
          {happened}
        </p>
        {means.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {tips.length > 0 && (
          <>
            <h3>{tipsTitle}</h3>
            <ul>
              {tips.map(({ tip, evidence }) => (
                <li key={tip}>
                  {tip}
                  <span class="gs-note">{evidence}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <Links {...props} />
      </div>
      <div class="gs-must-read-foot">
        <p class="gs-note">{ask}</p>
        {fault !== null && (
          <p class="gs-fault" role="alert">
            {fault}
          </p>
        )}
        <button type="button" class="gs-primary" onClick={onContinue}>
          {proceed}
        </button>
      </div>
    </dialog>
  );
}

/** Where to read more; the worker opens it, so that no address stands in the page. */
function Links({ content, onLearnMore, onReview, onTraining }: MustReadProps) {
  return (
    <p class="gs-must-read-links">
      {[content.learnMore, content.review, ...content.training].map((text, index) => (
        <button
          key={text}
          type="button"
          role="link"
          class="gs-link"
          onClick={(event) => {
            if (index === 0) onLearnMore(event);
            else if (index === 1) onReview(event);
            else onTraining(index - 2, event);
          }}
        >
          {text}
        </button>
      ))}
    </p>
  );
}
