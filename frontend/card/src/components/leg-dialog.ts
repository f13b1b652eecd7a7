/** A leg up close: its clip or picture, and what can be done about it. */
import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { clockTime } from '@frigate-reid/shared/time/format';
import { assign, rename, search } from '../data/actions';
import { sentenceOf } from '../data/feed';
import type { Hass } from '../ha';
import { zoneOf } from '../ha';
import { say } from '../words';
import type { Chosen } from './choosing';
import { theme } from './styles';

export type View = 'clip' | 'picture' | 'menu';

export class LegDialog extends LitElement {
  @property({ attribute: false }) hass!: Hass;
  @state() private chosen: Chosen | null = null;
  @state() private view: View = 'menu';
  @state() private busy = false;
  @state() private outcome: string | null = null;
  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [
    theme,
    css`
      dialog {
        box-sizing: border-box;
        inline-size: min(560px, 94vw);
        max-block-size: 92vh;
        padding: 0;
        border: 0;
        border-radius: var(--ha-dialog-border-radius, 24px);
        background: var(--ha-dialog-surface-background, var(--surface));
        color: var(--text);
        box-shadow: 0 12px 48px rgba(0, 0, 0, 0.35);
      }
      dialog::backdrop {
        background: rgba(0, 0, 0, 0.5);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 12px 12px 12px 20px;
      }
      h2 {
        margin: 0;
        font-size: 18px;
        font-weight: 500;
      }
      video,
      .still {
        display: block;
        inline-size: 100%;
        max-block-size: 60vh;
        object-fit: contain;
        background: #000;
      }
      .actions {
        display: grid;
        gap: 8px;
        padding: 16px 20px 20px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .row > * {
        flex: 1;
      }
      .action,
      input {
        min-block-size: 40px;
        padding: 0 14px;
        border-radius: 20px;
        border: 1px solid var(--line);
        font: inherit;
        color: inherit;
        background: none;
      }
      .main {
        background: var(--accent);
        border-color: transparent;
        color: var(--text-primary-color, #fff);
      }
      [disabled] {
        opacity: 0.5;
        cursor: default;
      }
      .close {
        inline-size: 40px;
        block-size: 40px;
        font-size: 22px;
        border-radius: 50%;
      }
      p {
        margin: 0;
        color: var(--dim);
      }
    `,
  ];

  open(chosen: Chosen, view: View): void {
    this.chosen = chosen;
    this.view = view;
    this.outcome = null;
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @click=${this.outside} @close=${this.closed}>
      ${this.chosen === null ? nothing : this.content(this.chosen)}
    </dialog>`;
  }

  private content({ leg, person }: Chosen): TemplateResult {
    const time = clockTime(leg.start_s, zoneOf(this.hass), true);
    const camera = leg.camera.replaceAll('_', ' ');
    return html`
      <header>
        <h2 id="title">${person.name} · ${say('menu.title', { camera, time })}</h2>
        <button class="close" aria-label=${say('menu.close')} @click=${this.close}>×</button>
      </header>
      ${this.media()}
      <div class="actions">
        <button
          class="action main"
          ?disabled=${this.busy}
          @click=${() => this.act(() => this.searched(leg.event_id))}
        >
          ${say('menu.search')}
        </button>
        ${this.hass.user?.is_admin ? this.decisions() : nothing}
        <p role="status">${this.busy ? say('menu.searching') : (this.outcome ?? '')}</p>
      </div>
    `;
  }

  private media(): unknown {
    const leg = this.chosen?.leg;
    if (this.view === 'clip' && leg?.clip) {
      return html`<video
        src=${leg.clip}
        poster=${leg.picture ?? ''}
        controls
        autoplay
        playsinline
        muted
      ></video>`;
    }
    return leg?.picture
      ? html`<img class="still" src=${leg.picture} alt="" />`
      : html`<p style="padding: 0 20px">${say('leg.picture_gone')}</p>`;
  }

  private decisions(): TemplateResult {
    const { leg, person } = this.chosen as Chosen;
    const place = (identity_id: string | null) => () =>
      this.act(async () => {
        await assign(this.hass, leg.sighting_id, identity_id);
        return say('menu.done');
      });
    return html`
      <div class="row">
        <button class="action" ?disabled=${this.busy} @click=${place(person.identity_id)}>
          ${say('menu.same', { label: person.name })}
        </button>
        <button class="action" ?disabled=${this.busy} @click=${place(null)}>
          ${say('menu.different')}
        </button>
      </div>
      <form
        class="row"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const name = new FormData(event.target as HTMLFormElement).get('name');
          void this.act(async () => {
            await rename(this.hass, person.identity_id, String(name));
            return say('menu.done');
          });
        }}
      >
        <input
          name="name"
          required
          maxlength="100"
          aria-label=${say('menu.name')}
          placeholder=${say('menu.name')}
          .value=${person.name}
        />
        <button class="action" ?disabled=${this.busy}>${say('menu.save')}</button>
      </form>
    `;
  }

  private async searched(event_id: string): Promise<string> {
    const { candidates } = await search(this.hass, event_id);
    const near = candidates.filter(({ band }) => band !== 'weak');
    const cameras = new Set(near.map(({ camera }) => camera)).size;
    return near.length > 0
      ? say('menu.found', { count: near.length, cameras })
      : say('menu.found_none');
  }

  private async act(work: () => Promise<string>): Promise<void> {
    this.busy = true;
    try {
      this.outcome = await work();
    } catch (error) {
      this.outcome = say('menu.failed', { reason: sentenceOf(error) });
    } finally {
      this.busy = false;
    }
  }

  private outside(event: MouseEvent): void {
    if (event.target === this.dialog) this.close();
  }

  private close(): void {
    this.dialog.close();
  }

  private closed(): void {
    // Ends the film, too.
    this.chosen = null;
  }
}
