import type { Identity, IdentityPage, Templates } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons, fields } from '../../ui/styles';
import '../../ui/fr-dialog';
import type { PeopleDialogs } from './people-dialogs';
import type { PeopleStore } from './people-store';
import { mostSeen } from './sections';

const PEOPLE = 8;
const PICTURES = 5;

/** The household one after another, by keyboard: a name and Enter, or Enter alone to go on. Fires `closed`. */
@customElement('naming-guide')
export class NamingGuide extends ServiceElement {
  @property({ attribute: false }) store!: PeopleStore;
  @property({ attribute: false }) dialogs: PeopleDialogs | null = null;
  @state() private people: readonly Identity[] | null = null;
  @state() private at = 0;
  @state() private crops: readonly string[] = [];
  @query('input') private input!: HTMLInputElement | null;
  @query('button[slot=actions]') private closer!: HTMLButtonElement;

  static override styles = [
    base,
    buttons,
    fields,
    css`
      .pictures {
        display: grid;
        grid-template-columns: repeat(5, minmax(0, 1fr));
        gap: 10px;
        margin: 12px 0 16px;
        --picture-ratio: 3 / 4;
      }
      form {
        display: flex;
        gap: 10px;
 margin-bottom: 8px;
      }
      input {
        flex: 1;
        font-size: 17px;
        min-height: 46px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override render() {
    const { people, at } = this;
    const person = people?.[at];
    return html`<fr-dialog wide heading=${t('guide.title')} @closed=${() => this.#close()}>
      ${people === null ? html`<p class="muted">${t('guide.looking')}</p>` : nothing}
      ${person ? this.#one(person, people?.length ?? 0) : nothing}
      ${people !== null && !person ? html`<p role="status">${t('guide.done')}</p>` : nothing}
      <button slot="actions" @click=${() => this.#close()}>${t('action.close')}</button>
    </fr-dialog>`;
  }

  #one(person: Identity, all: number) {
    const crops = this.crops.length ? this.crops : [person.crop_id];
    return html`<p class="muted numbers" role="status">
        ${t('guide.step', { n: this.at + 1, all })} · ${tn('people.sightings', person.sightings)}
        ${person.words ? ` · ${person.words}` : nothing}
      </p>
      <div class="pictures">
        ${crops.map((id) => html`<fr-picture .src=${cropPath(id)} alt=${person.label}></fr-picture>`)}
      </div>
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, person)}>
        <input
          list="guide-names"
          maxlength="100"
          autocomplete="off"
          enterkeyhint="next"
          autofocus
          placeholder=${t('guide.who')}
          aria-label=${t('people.nameOf', { name: person.label })}
        />
        <datalist id="guide-names">
          ${this.store.state.named.map((each) => html`<option value=${each.name ?? ''}></option>`)}
        </datalist>
        <button class="primary">${t('guide.next')}</button>
      </form>
      <p class="muted small">${t('guide.hint')}</p>`;
  }

  async #submit(event: SubmitEvent, person: Identity): Promise<void> {
    event.preventDefault();
    const name = this.input?.value.trim() ?? '';
    if (name !== '') await this.dialogs?.rename(person, name);
    if (this.input) this.input.value = '';
    this.at += 1;
    await this.#readCrops();
    await this.updateComplete;
    // Without a field the focus would leave the dialog, and Escape with it.
    (this.input ?? this.closer).focus();
  }

  async #read(): Promise<void> {
    try {
      const query = { state: 'unnamed', limit: 200 };
      const { items } = await this.services.api.get<IdentityPage>('identities', query);
      this.people = mostSeen(items, PEOPLE);
      await this.#readCrops();
      await this.updateComplete;
      this.input?.focus();
    } catch (error) {
      this.services.toasts.failed(error);
      this.#close();
    }
  }

  async #readCrops(): Promise<void> {
    const person = this.people?.[this.at];
    this.crops = [];
    if (person === undefined) return;
    try {
      const path = `identities/${encodeURIComponent(person.id)}/templates`;
      const { crops } = await this.services.api.get<Templates>(path, { limit: PICTURES });
      if (this.people?.[this.at] !== person) return;
      this.crops = crops.filter((each) => each.has_picture).map((each) => each.id);
    } catch {
      // The one picture that everybody has is enough.
    }
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}
