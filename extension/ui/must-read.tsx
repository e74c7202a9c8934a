import type { Ref } from 'preact';

export type MustReadContent = Readonly<{
  title: string;
  /** What happened, in numbers. */
  happened: string;
  /** What it means, and until when. */
  means: readonly string[];
  tipsTitle: string;
  /** None where there is nothing to do better. */
  tips: readonly Readonly<{ tip: string; evidence: string }>[];
  /** Who to ask. */
  ask: string;
  proceed: string;
  notKept: string;
}>;

export type MustReadProps = {
  content: MustReadContent;
  /** Said when CONTINUE could not be kept. */
  fault: string | null;
  dialog: Ref<HTMLDialogElement>;
  onClose: () => void;
  onContinue: (event: MouseEvent) => void;
};

/** One notice, which covers the page until CONTINUE is pressed. */
export function MustRead({ content, fault, dialog, onContinue, onClose }: MustReadProps) {
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
