import { css } from 'lit';
import { skeletonStyles } from '../../ui/skeleton';
import { base, buttons } from '../../ui/styles';

export const candidatesStyles = [
  base,
  buttons,
  skeletonStyles,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
      min-width: 0;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 10px;
    }
    .window {
      min-width: 74px;
      text-align: center;
      font-weight: 600;
    }
    .keys {
      flex: none;
    }
    @media (hover: none), (max-width: 900px) {
      .keys {
        display: none;
      }
    }
    .tiles {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(158px, 1fr));
      gap: 16px;
      margin: 10px 0 14px;
    }
    .tile {
      aspect-ratio: 3 / 5;
    }
    .foot {
      position: sticky;
      bottom: calc(12px + var(--bar-height, 0px));
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 9px 9px 9px 20px;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: 16px;
      box-shadow: var(--shadow-2);
    }
    @media (max-width: 700px) {
      .tiles {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 12px;
      }
      .foot {
        padding-left: 14px;
        flex-wrap: wrap;
      }
    }
  `,
];
