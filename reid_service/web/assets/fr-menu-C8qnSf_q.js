import{Ft as e,Gt as t,J as n,Pt as r,Qt as i,Wt as a,Yt as o,b as s,x as c}from"./words-CSYP8CTQ.js";import{a as l}from"./fr-picture-DPjzeCCH.js";var u=class extends s{constructor(...e){super(...e),this.items=[],this.label=``}static{this.styles=[r,e,i`
      :host {
        display: inline-block;
      }
      .list {
        position: fixed;
        margin: 0;
        inset: auto;
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 6px;
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow-2);
        min-width: 190px;
      }
      .list button {
        display: flex;
        width: 100%;
        justify-content: flex-start;
        font-weight: 480;
      }
    `]}render(){return o`<button
        class="quiet icon"
        aria-label=${this.label}
        aria-haspopup="menu"
        @click=${e=>this.#e(e)}
      >
        <fr-icon path=${n}></fr-icon>
      </button>
      <div class="list" popover role="menu" @keydown=${e=>this.#t(e)}>
        ${this.items.map(e=>o`<button
              role="menuitem"
              data-act
              class="quiet ${e.danger?`danger`:``}"
              @click=${t=>{t.stopPropagation(),this.list.hidePopover(),e.action()}}
            >
              ${e.icon?o`<fr-icon path=${e.icon}></fr-icon>`:``}${e.label}
            </button>`)}
      </div>`}#e(e){e.stopPropagation(),e.preventDefault(),this.list.togglePopover();let t=this.opener.getBoundingClientRect(),{offsetWidth:n,offsetHeight:r}=this.list,i=Math.max(8,Math.min(t.right-n,innerWidth-n-8)),a=t.bottom+4+r<innerHeight;this.list.style.left=`${i}px`,this.list.style.top=`${a?t.bottom+4:Math.max(8,t.top-r-4)}px`,this.list.querySelector(`button`)?.focus()}#t(e){let t={ArrowDown:1,ArrowUp:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=[...this.list.querySelectorAll(`button`)];n[(n.indexOf(this.renderRoot.querySelector(`button:focus`))+t+n.length)%n.length]?.focus()}};c([a({attribute:!1})],u.prototype,`items`,void 0),c([a()],u.prototype,`label`,void 0),c([l(`.list`)],u.prototype,`list`,void 0),c([l(`button`)],u.prototype,`opener`,void 0),u=c([t(`fr-menu`)],u);