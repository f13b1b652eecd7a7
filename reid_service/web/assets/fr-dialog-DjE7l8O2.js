import{Ft as e,Gt as t,Kt as n,Pt as r,Qt as i,R as a,Wt as o,Yt as s,rn as c,x as l}from"./words-CSYP8CTQ.js";import{a as u}from"./fr-picture-DPjzeCCH.js";var d=class extends n{constructor(...e){super(...e),this.heading=``,this.wide=!1}static{this.styles=[r,e,i`
      dialog {
        border: 1px solid var(--line);
        border-radius: 18px;
        padding: 0;
        width: min(480px, calc(100vw - 32px));
        max-height: min(86dvh, 900px);
        color: var(--ink);
        background: var(--surface);
        box-shadow: var(--shadow-2);
        overflow: auto;
      }
      :host([wide]) dialog {
        width: min(var(--dialog-width, 820px), calc(100vw - 32px));
      }
      dialog::backdrop {
        background: rgb(10 14 20 / 50%);
      }
      header {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 16px 12px 6px 24px;
        position: sticky;
        top: 0;
        background: var(--surface);
        z-index: 1;
      }
      header h2 {
        flex: 1;
      }
      .body {
        padding: 6px 24px 20px;
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 10px;
        padding: 14px 24px 20px;
        position: sticky;
        bottom: 0;
        background: var(--surface);
      }
      @media (max-width: 600px) {
        dialog,
        :host([wide]) dialog {
          width: 100vw;
          max-width: 100vw;
          margin: auto 0 0;
          border-radius: 18px 18px 0 0;
          max-height: 92dvh;
        }
      }
    `]}firstUpdated(){this.dialog.showModal()}render(){return s`<dialog
      aria-labelledby="heading"
      @cancel=${e=>{e.preventDefault(),this.#e()}}
      @close=${()=>this.#e()}
      @click=${e=>{e.target===this.dialog&&this.#e()}}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="quiet icon" aria-label=${c(`action.close`)} @click=${()=>this.#e()}>
          <fr-icon path=${a}></fr-icon>
        </button>
      </header>
      <div class="body"><slot></slot></div>
      <footer><slot name="actions"></slot></footer>
    </dialog>`}#e(){this.dispatchEvent(new CustomEvent(`closed`))}};l([o()],d.prototype,`heading`,void 0),l([o({type:Boolean,reflect:!0})],d.prototype,`wide`,void 0),l([u(`dialog`)],d.prototype,`dialog`,void 0),d=l([t(`fr-dialog`)],d);