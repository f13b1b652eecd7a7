import{Lt as e,Mt as t,Nt as n,Pt as r,h as i,pt as a,zt as o}from"./index-D7vJLtRQ.js";var s=class extends r{constructor(...e){super(...e),this.checked=!1,this.disabled=!1,this.label=``}static{this.styles=[a,o`
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
    `]}render(){return e`<label
      ><input
        type="checkbox"
        role="switch"
        .checked=${this.checked}
        ?disabled=${this.disabled}
        @change=${e=>this.#e(e.target)}
      />${this.label}</label
    >`}#e(e){let t=e.checked;e.checked=this.checked,this.dispatchEvent(new CustomEvent(`changed`,{detail:t}))}};i([t({type:Boolean})],s.prototype,`checked`,void 0),i([t({type:Boolean})],s.prototype,`disabled`,void 0),i([t()],s.prototype,`label`,void 0),s=i([n(`fr-switch`)],s);function c(e,t){let n=URL.createObjectURL(e),r=document.createElement(`a`);r.href=n,r.download=t,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}export{c as t};