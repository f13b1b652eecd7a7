import { css } from 'lit';
import { skeletonStyles } from '../../ui/skeleton';
import { base, buttons } from '../../ui/styles';

export const reviewPageStyles = [
  base,
  buttons,
  skeletonStyles,
  css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 20px;
        max-width: 1080px;
        margin-inline: auto;
        min-width: 0;
      }
      .head {
        display: flex;
        align-items: baseline;
        flex-wrap: wrap;
        gap: 6px 14px;
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 24px;
        min-width: 0;
      }
      .two.with-group {
        --side-height: 34vh;
      }
      .evidence {
        display: grid;
        gap: 14px;
      }
      .nearest {
        font-weight: 560;
      }
      .answers {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 12px;
        position: sticky;
        bottom: var(--bar-height, 0px);
        padding: 12px 0 14px;
        background: linear-gradient(transparent, var(--ground) 14px);
        margin-top: -12px;
      }
      .answers button {
        min-height: 58px;
        font-size: 16px;
        border-radius: 14px;
        box-shadow: var(--shadow-1);
      }
      .changed {
        min-height: 40px;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        color: var(--ink-2);
        text-align: center;
      }
      .elsewhere {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 14px;
        padding: 8px 10px 8px 18px;
        min-height: 56px;
        border-radius: 12px;
        background: var(--warn-soft);
        color: var(--warn);
      }
      .tall {
        height: 460px;
      }
      @media (max-width: 700px) {
        .two {
          gap: 10px;
        }
        .answers button {
          padding: 0 6px;
 white-space: normal;
 flex-wrap: wrap;
 gap: 2px 8px;
        }
      }
    `,
];
