import{Dt as e,St as t,Tt as n,_t as r,bt as i,jt as a,lt as o,m as s,p as c,wt as l,xt as u}from"./index-CigCHuP7.js";var d=class extends c{constructor(...e){super(...e),this.sightingId=``,this.url=``,this.problem=``}static{this.styles=[o,e`
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
    `]}willUpdate(e){e.has(`sightingId`)&&this.#e()}disconnectedCallback(){super.disconnectedCallback(),this.#t()}render(){return this.problem?n`<p class="none" role="status">${this.problem}</p>`:this.url?n`<video
      src=${this.url}
      controls
      autoplay
      muted
      playsinline
      @ended=${()=>this.dispatchEvent(new CustomEvent(`ended`))}
      @error=${()=>this.problem=r(`clip.broken`)}
    ></video>${l}`:n`<p class="none" role="status">${r(`clip.loading`)}</p>`}async#e(){this.#t(),this.problem=``;let e=this.sightingId;if(e!==``)try{let t=await this.services.api.blob(`sightings/${encodeURIComponent(e)}/clip.mp4`);this.sightingId===e&&this.isConnected&&(this.url=URL.createObjectURL(t))}catch(t){this.sightingId===e&&(this.problem=a(t).message)}}#t(){this.url&&URL.revokeObjectURL(this.url),this.url=``}};s([u()],d.prototype,`sightingId`,void 0),s([i()],d.prototype,`url`,void 0),s([i()],d.prototype,`problem`,void 0),d=s([t(`fr-clip`)],d);