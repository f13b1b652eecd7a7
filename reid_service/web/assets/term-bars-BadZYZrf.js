import{Q as e,Tt as t,ct as n,dt as r,f as i,ft as a,gt as o,mt as s,p as c,pt as l,st as u,ut as d,yt as f}from"./words-B-24pnu_.js";import{t as p}from"./vars-CgYANbMy.js";var m=class extends i{constructor(...e){super(...e),this.sightingId=``,this.url=``,this.problem=``}static{this.styles=[e,f`
      :host {
        display: block;
        margin-bottom: 14px;
      }
      video {
        width: 100%;
        max-height: 60vh;
        border-radius: 12px;
        background: #000;
        display: block;
      }
      .none {
        display: grid;
        place-content: center;
        min-height: 160px;
        border-radius: 12px;
        background: var(--surface-2);
        color: var(--ink-2);
        text-align: center;
        padding: 20px;
      }
    `]}willUpdate(e){e.has(`sightingId`)&&this.#e()}disconnectedCallback(){super.disconnectedCallback(),this.#t()}render(){return this.problem?o`<p class="none" role="status">${this.problem}</p>`:this.url?o`<video
      src=${this.url}
      controls
      autoplay
      muted
      playsinline
      @ended=${()=>this.dispatchEvent(new CustomEvent(`ended`))}
      @error=${()=>this.problem=u(`clip.broken`)}
    ></video>${s}`:o`<p class="none" role="status">${u(`clip.loading`)}</p>`}async#e(){this.#t(),this.problem=``;let e=this.sightingId;if(e!==``)try{let t=await this.services.api.blob(`sightings/${encodeURIComponent(e)}/clip.mp4`);this.sightingId===e&&this.isConnected&&(this.url=URL.createObjectURL(t))}catch(n){this.sightingId===e&&(this.problem=t(n).message)}}#t(){this.url&&URL.revokeObjectURL(this.url),this.url=``}};c([r()],m.prototype,`sightingId`,void 0),c([d()],m.prototype,`url`,void 0),c([d()],m.prototype,`problem`,void 0),m=c([a(`fr-clip`)],m);var h=new Set([`appearance`,`time_place`,`face`]),g=Math.log(1e3),_=class extends l{constructor(...e){super(...e),this.terms=[],this.all=!1}static{this.styles=[e,f`
      dl {
        display: grid;
        gap: 10px;
      }
      .term {
        display: grid;
        grid-template-columns: 118px minmax(60px, 150px) minmax(0, 1fr);
        gap: 14px;
        align-items: center;
      }
      dt {
        font-weight: 560;
      }
      dd.words {
        color: var(--ink-2);
      }
      .scale {
        height: 10px;
        border-radius: 5px;
        background: var(--surface-3);
        position: relative;
      }
      .scale::before {
        content: '';
        position: absolute;
        left: 50%;
        top: -3px;
        bottom: -3px;
        border-left: 2px solid var(--line-strong);
      }
      .fill {
        position: absolute;
        top: 0;
        bottom: 0;
        left: 50%;
        width: var(--w);
        background: var(--good);
        border-radius: 0 5px 5px 0;
      }
      .fill.against {
        left: auto;
        right: 50%;
        background: var(--bad);
        border-radius: 5px 0 0 5px;
      }
      @media (max-width: 560px) {
        .term {
          grid-template-columns: 1fr 110px;
          gap: 4px 12px;
        }
        dd.words {
          grid-column: 1 / -1;
        }
      }
    `]}render(){let e=this.all?this.terms:this.terms.filter(e=>v(e.name));return o`<dl>${e.map(e=>this.#e(e))}</dl>`}#e(e){let t=h.has(e.name)&&typeof e.value==`number`?e.value:null;return o`<div class="term">
      <dt>${n(`term.${e.name}`,e.name)}</dt>
      <dd>
        ${t===null?s:o`<div class="scale" role="presentation">
              <div
                class="fill ${t<0?`against`:``}"
                ${p({"--w":`${50*Math.min(1,Math.abs(t)/g)}%`})}
              ></div>
            </div>`}
      </dd>
      <dd class="words">${e.words}</dd>
    </div>`}};c([r({attribute:!1})],_.prototype,`terms`,void 0),c([r({type:Boolean})],_.prototype,`all`,void 0),_=c([a(`term-bars`)],_);function v(e){return h.has(e)||e===`probability`}