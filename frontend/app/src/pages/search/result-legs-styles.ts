import { css } from 'lit';
import { base, buttons, chips } from '../../ui/styles';

export const resultLegsStyles = [
  base,
  buttons,
  chips,
  css`
    :host {
      display: block;
      min-width: 0;
    }
    ol,
    ul {
      display: grid;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      padding: 8px;
    }
    h3 {
      margin: 18px 0 8px;
    }
    .one {
      display: flex;
      align-items: center;
      gap: 4px;
      border-radius: 10px;
      --picture-ratio: 4 / 5;
    }
    .one:hover {
      background: var(--surface-2);
    }
    .chosen .one {
      background: var(--accent-soft);
    }
    .chosen .muted {
      color: var(--ink-2);
    }
    .unsure .one {
      outline: 2px dashed var(--warn);
      outline-offset: -2px;
    }
    .over .one {
      outline: 2px dashed var(--accent);
    }
    .leg {
      all: unset;
      box-sizing: border-box;
      flex: 1;
      min-width: 0;
      cursor: pointer;
      display: grid;
      grid-template-columns: 30px 50px minmax(0, 1fr);
      gap: 12px;
      align-items: center;
      padding: 8px 0 8px 10px;
      border-radius: 10px;
    }
    .leg:focus-visible {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
    }
    .number {
      width: 28px;
      height: 28px;
      border-radius: 50%;
      display: grid;
      place-content: center;
      background: var(--route);
      color: var(--accent-ink);
      font-weight: 660;
      font-size: 13px;
    }
    .does {
      display: flex;
      flex: none;
    }
    .does button {
      width: 34px;
      min-height: 34px;
      --icon-size: 19px;
    }
    .does button:disabled {
      background: none;
      opacity: 0.4;
    }
    .gap {
      margin: 0 0 0 24px;
      padding: 3px 0 3px 27px;
      border-left: 2px solid var(--line-strong);
      font-size: 13px;
      color: var(--ink-3);
    }
    .left-out {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 6px 4px 6px 10px;
      --picture-ratio: 4 / 5;
    }
    .left-out fr-picture {
      width: 40px;
      flex: none;
      opacity: 0.55;
    }
  `,
];
