import{Gt as e,Kt as t,Pt as n,Qt as r,Wt as i,Yt as a,qt as o,x as s}from"./words-CSYP8CTQ.js";var c=class extends t{constructor(...e){super(...e),this.checked=!1,this.disabled=!1,this.label=``,this.described=``}static{this.styles=[n,r`
      label {
        display: inline-flex;
        align-items: center;
        gap: 11px;
        min-height: 36px;
        cursor: pointer;
      }
      input {
        appearance: none;
        width: 40px;
        height: 24px;
        margin: 0;
        border-radius: 12px;
        background: var(--line-strong);
        position: relative;
        cursor: pointer;
        flex: none;
        transition: background var(--quick);
      }
      input::after {
        content: '';
        position: absolute;
        left: 3px;
        top: 3px;
        width: 18px;
        height: 18px;
        border-radius: 50%;
        background: var(--surface);
        transition: transform var(--quick);
      }
      input:checked {
        background: var(--accent);
      }
      input:checked::after {
        transform: translateX(16px);
      }
      input:disabled {
        opacity: 0.5;
      }
    `]}render(){return a`<label
      ><input
        type="checkbox"
        role="switch"
        .checked=${this.checked}
        ?disabled=${this.disabled}
        @change=${e=>this.#e(e.target)}
      />${this.label}${this.described?a`<span class="unseen"> ${this.described}</span>`:o}</label
    >`}#e(e){let t=e.checked;e.checked=this.checked,this.dispatchEvent(new CustomEvent(`changed`,{detail:t}))}};s([i({type:Boolean})],c.prototype,`checked`,void 0),s([i({type:Boolean})],c.prototype,`disabled`,void 0),s([i()],c.prototype,`label`,void 0),s([i()],c.prototype,`described`,void 0),c=s([e(`fr-switch`)],c);function l(e,t){let n=URL.createObjectURL(e),r=document.createElement(`a`);r.href=n,r.download=t,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}export{l as t};