import { css } from 'lit';
import { skeletonStyles } from '../../ui/skeleton';
import { base, buttons } from '../../ui/styles';

export const peoplePageStyles = [
  base,
  buttons,
  skeletonStyles,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 20px;
      min-width: 0;
    }
    .head {
      display: flex;
      align-items: baseline;
      gap: 12px;
    }
    section {
      margin-bottom: 34px;
    }
    section > h2,
    summary {
      margin: 8px 0 14px;
    }
    summary {
      cursor: pointer;
    }
    summary h2 {
      display: inline;
    }
    .tiles {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(196px, 1fr));
      gap: 18px;
    }
    person-tile {
      /* Hundreds that are out of sight cost neither layout nor painting. */
      content-visibility: auto;
      contain-intrinsic-size: auto 196px auto 350px;
    }
    .tile {
      aspect-ratio: 10 / 16;
      border-radius: var(--radius);
    }
    .newcomers {
      position: sticky;
      top: 12px;
      z-index: 4;
      text-align: center;
      height: 0;
    }
    .newcomers button {
      box-shadow: var(--shadow-2);
      border-radius: 999px;
    }
    .more {
      text-align: center;
      padding: 8px;
    }
    @media (max-width: 700px) {
      .tiles {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 12px;
      }
    }
  `,
];
