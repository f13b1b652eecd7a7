import { css } from 'lit';

/** Home Assistant's theme, under the few names that the card uses. */
export const theme = css`
  :host {
    --text: var(--primary-text-color, #212121);
    --dim: var(--secondary-text-color, #727272);
    --line: var(--divider-color, rgba(0, 0, 0, 0.12));
    --surface: var(--card-background-color, #fff);
    --sunken: var(--secondary-background-color, #f3f3f3);
    --accent: var(--primary-color, #03a9f4);
    color: var(--text);
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** What stands where there is nothing to draw. */
export const notices = css`
  .dim {
    margin: 0;
    color: var(--dim);
    font-size: 13px;
  }
  .notice {
    margin: 0;
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--sunken);
    color: var(--dim);
    font-size: 13px;
  }
  .warning {
    color: var(--text);
    border-inline-start: 4px solid var(--warning-color, #ffa600);
  }
  .warning a {
    color: var(--accent);
  }
  .empty {
    flex: 1;
    display: grid;
    place-items: center;
    margin: 0;
    padding: 24px;
    text-align: center;
    color: var(--dim);
  }
  .skeleton {
    flex: 1;
    min-block-size: 160px;
    border-radius: 8px;
    background: var(--sunken);
  }
`;
