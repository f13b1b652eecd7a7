import { css } from 'lit';

/** What every component starts from. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 26px;
    line-height: 1.2;
    font-weight: 680;
    letter-spacing: -0.02em;
  }
  h2 {
    font-size: 18px;
    line-height: 1.3;
    font-weight: 640;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: 15px;
    line-height: 1.35;
    font-weight: 620;
  }
  a {
    color: var(--accent-text);
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 6px;
  }
  .muted {
    color: var(--ink-3);
  }
  .small {
    font-size: 13px;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .wrap {
    flex-wrap: wrap;
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .stack {
    display: grid;
    gap: var(--gap);
    min-width: 0;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 18px 20px;
    min-width: 0;
  }
`;

/** Buttons and links that look like buttons. */
export const buttons = css`
  button,
  .button {
    font: inherit;
    font-weight: 560;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 10px;
    min-height: 40px;
    padding: 0 14px;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    cursor: pointer;
    text-decoration: none;
    white-space: nowrap;
    transition:
      background var(--quick),
      border-color var(--quick);
  }
  button:hover,
  .button:hover {
    background: var(--surface-2);
  }
  button:disabled,
  button[aria-disabled='true'] {
    color: var(--ink-3);
    background: var(--surface-2);
    cursor: not-allowed;
  }
  button.primary,
  .button.primary {
    background: var(--accent);
    border-color: transparent;
    color: var(--accent-ink);
  }
  button.primary:hover,
  .button.primary:hover {
    background: color-mix(in oklab, var(--accent), var(--ink) 14%);
  }
  button.primary:disabled,
  button.primary[aria-disabled='true'] {
    background: var(--surface-3);
    color: var(--ink-2);
  }
  button.danger {
    color: var(--bad);
  }
  button.danger.primary {
    background: var(--bad);
    color: var(--surface);
  }
  button.quiet,
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--ink-2);
  }
  button.quiet:hover,
  .button.quiet:hover {
    background: var(--surface-2);
    color: var(--ink);
  }
  button.icon,
  .button.icon {
    padding: 0;
    width: 40px;
    flex: none;
  }
  button[aria-pressed='true'] {
    background: var(--accent-soft);
    border-color: transparent;
    color: var(--accent-text);
  }
  kbd {
    font: 600 11px/1 var(--font);
    color: inherit;
    border: 1px solid currentColor;
    border-radius: 5px;
    padding: 3px 5px;
    min-width: 20px;
    text-align: center;
    opacity: 0.75;
  }
  @media (hover: none) {
    kbd {
      display: none;
    }
  }
`;

/** Fields to write and choose in. */
export const fields = css`
  input,
  select,
  textarea {
    font: inherit;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line-strong);
    border-radius: 10px;
    min-height: 40px;
    padding: 0 12px;
    min-width: 0;
    max-width: 100%;
  }
  input::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  input[type='checkbox'],
  input[type='radio'] {
    min-height: 0;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--accent);
    flex: none;
  }
  input[type='range'] {
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--accent);
  }
  label.field {
    display: grid;
    gap: 5px;
    font-weight: 560;
    font-size: 14px;
    min-width: 0;
  }
  label.check {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 40px;
    cursor: pointer;
  }
`;

/** Small words on coloured ground. */
export const chips = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    border-radius: 999px;
    padding: 1px 9px;
    font-size: 12.5px;
    line-height: 20px;
    font-weight: 560;
    background: var(--surface-2);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .chip.good {
    background: var(--good-soft);
    color: var(--good);
  }
  .chip.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .chip.bad {
    background: var(--bad-soft);
    color: var(--bad);
  }
  .chip.accent {
    background: var(--accent-soft);
    color: var(--accent-text);
  }
`;
