import { mdiDeleteForeverOutline, mdiDownload, mdiUpload } from '@mdi/js';
import type { Backup } from '@frigate-reid/shared/api/models';
import { clockTime } from '@frigate-reid/shared/time/format';
import { dayOf } from '@frigate-reid/shared/time/zone';
import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { saveBlob } from '../../ui/save';
import { base, buttons, fields } from '../../ui/styles';
import '../../ui/fr-dialog';
import '../../ui/fr-icon';
import { UpkeepStore } from './upkeep-store';

/** Backup, restore, and the end of everything. */
@customElement('data-card')
export class DataCard extends ServiceElement {
  #store: UpkeepStore | null = null;
  @state() private erasing = false;
  @state() private typed = '';
  @state() private keepPlan = true;
  @query('input[type=file]') private chooser!: HTMLInputElement;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: 20px;
        grid-template-columns: minmax(0, 1fr);
      }
      .card {
        display: grid;
        gap: 12px;
        justify-items: start;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 4px 16px;
        margin: 12px 0;
      }
      dt {
        color: var(--ink-3);
      }
      .bad {
        color: var(--bad);
      }
      progress {
        width: 100%;
        height: 10px;
        accent-color: var(--accent);
      }
      label.field {
        margin: 12px 0;
      }
    `,
  ];

  get store(): UpkeepStore {
    const wait = (seconds: number): Promise<void> =>
      new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    this.#store ??= new UpkeepStore(this.services.api, wait);
    return this.#store;
  }

  override render() {
    const { doing, found, error } = this.store.state;
    const busy = doing !== null;
    return html`<section class="card">
        <h2>${t('backup.title')}</h2>
        <p class="muted">${t('backup.why')}</p>
        <div class="row wrap">
          <button data-act ?disabled=${busy} @click=${() => void this.#backUp()}>
            <fr-icon path=${mdiDownload}></fr-icon>${t('backup.make')}
          </button>
          <button data-act ?disabled=${busy} @click=${() => this.chooser.click()}>
            <fr-icon path=${mdiUpload}></fr-icon>${t('backup.choose')}
          </button>
        </div>
        <input
          type="file"
          hidden
          accept="application/zip,.zip"
          aria-label=${t('backup.choose')}
          @change=${() => void this.#check()}
        />
        <div role="status" class="stack">${this.#state()}</div>
        ${error ? html`<p role="alert" class="bad">${error.message}</p>` : nothing}
      </section>
      <section class="card">
        <h2>${t('erase.title')}</h2>
        <p class="muted">${t('erase.why')}</p>
        <button class="danger" ?disabled=${busy} @click=${() => this.#askErase()}>
          <fr-icon path=${mdiDeleteForeverOutline}></fr-icon>${t('erase.begin')}
        </button>
      </section>
      ${found && doing !== 'restore' ? this.#found(found) : nothing}
      ${this.erasing ? this.#confirmErase() : nothing}`;
  }

  #state() {
    const { doing, outcome } = this.store.state;
    if (doing !== null) {
      return html`<p>${t(`upkeep.${doing}`)}</p>
        <progress aria-label=${t(`upkeep.${doing}`)}></progress>`;
    }
    if (outcome === null) return nothing;
    if (!outcome.done)
      return html`<p class="bad">${outcome.message} ${t('upkeep.nothingLost')}</p>`;
    return html`<p>${t(`upkeep.done.${outcome.kind}`)}</p>`;
  }

  #found(backup: Backup) {
    const { zone } = this.services.site;
    const when = (time_s: number): string => `${dayOf(time_s, zone)}, ${clockTime(time_s, zone)}`;
    return html`<fr-dialog heading=${t('backup.restoreTitle')} @closed=${() => this.store.leave()}>
      <p>${t('backup.sound')}</p>
      <dl class="numbers">
        <dt>${t('backup.made')}</dt>
        <dd>${when(backup.created_s)}</dd>
        <dt>${t('nav.people')}</dt>
        <dd>${t('backup.people', { people: backup.people, named: backup.named })}</dd>
        <dt>${t('cameras.tracklets')}</dt>
        <dd>
          ${backup.sightings}
          ${
            backup.first_s === null || backup.last_s === null
              ? nothing
              : `(${dayOf(backup.first_s, zone)} – ${dayOf(backup.last_s, zone)})`
          }
        </dd>
        <dt>${t('backup.pictures')}</dt>
        <dd>${backup.pictures}</dd>
        <dt>${t('backup.floors')}</dt>
        <dd>${backup.floors}</dd>
      </dl>
      <p>${t('backup.restoreWhy')}</p>
      <button slot="actions" @click=${() => this.store.leave()}>${t('action.cancel')}</button>
      <button slot="actions" class="danger primary" @click=${() => void this.#restore()}>
        ${t('backup.restore')}
      </button>
    </fr-dialog>`;
  }

  #confirmErase() {
    const phrase = t('erase.phrase');
    const fits = this.typed.trim().toLowerCase() === phrase;
    return html`<fr-dialog heading=${t('erase.title')} @closed=${() => (this.erasing = false)}>
      <p>${t('erase.text')}</p>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${this.keepPlan}
          @change=${(event: Event) => (this.keepPlan = (event.target as HTMLInputElement).checked)}
        />${t('erase.keepPlan')}</label
      >
      <label class="field"
        >${t('erase.type', { phrase })}
        <input
          autocomplete="off"
          autofocus
          .value=${this.typed}
          @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
      /></label>
      <button slot="actions" @click=${() => (this.erasing = false)}>${t('action.cancel')}</button>
      <button
        slot="actions"
        class="danger primary"
        ?disabled=${!fits}
        @click=${() => void this.#erase()}
      >
        ${t('erase.do')}
      </button>
    </fr-dialog>`;
  }

  #askErase(): void {
    this.typed = '';
    this.keepPlan = true;
    this.erasing = true;
  }

  async #backUp(): Promise<void> {
    const { site } = this.services;
    const file = await this.store.backUp();
    if (file) saveBlob(file, `frigate-reid-${dayOf(site.now_s(), site.zone)}.zip`);
  }

  async #check(): Promise<void> {
    const [file] = this.chooser.files ?? [];
    if (file) await this.store.check(file);
    this.chooser.value = '';
  }

  async #restore(): Promise<void> {
    await this.store.restore();
    void this.services.site.refresh();
  }

  async #erase(): Promise<void> {
    this.erasing = false;
    await this.store.erase(this.keepPlan);
    void this.services.site.refresh();
  }
}
