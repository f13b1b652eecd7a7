import{Gt as e,Pt as t,Qt as n,Ut as r,Wt as i,Yt as a,b as o,ln as s,qt as c,rn as l,x as u}from"./words-CSYP8CTQ.js";var d=class extends o{constructor(...e){super(...e),this.sightingId=``,this.url=``,this.problem=``}static{this.styles=[t,n`
      :host {
        display: block;
        margin-bottom: 14px;
      }
      video {
        width: 100%;
        height: var(--clip-height, auto);
        max-height: 60vh;
        border-radius: var(--clip-radius, 12px);
        background: #000;
        display: block;
      }
      .none {
        display: grid;
        place-content: center;
        min-height: 160px;
        height: var(--clip-height, auto);
        border-radius: var(--clip-radius, 12px);
        background: var(--surface-2);
        color: var(--ink-2);
        text-align: center;
        padding: 20px;
        overflow: auto;
      }
    `]}willUpdate(e){e.has(`sightingId`)&&this.#e()}disconnectedCallback(){super.disconnectedCallback(),this.#t()}render(){return this.problem?a`<p class="none" role="status">${this.problem}</p>`:this.url?a`<video
      src=${this.url}
      controls
      autoplay
      muted
      playsinline
      @ended=${()=>this.dispatchEvent(new CustomEvent(`ended`))}
      @error=${()=>this.problem=l(`clip.broken`)}
    ></video>${c}`:a`<p class="none" role="status">${l(`clip.loading`)}</p>`}async#e(){this.#t(),this.problem=``;let e=this.sightingId;if(e!==``)try{let t=await this.services.api.blob(`sightings/${encodeURIComponent(e)}/clip.mp4`);this.sightingId===e&&this.isConnected&&(this.url=URL.createObjectURL(t))}catch(t){this.sightingId===e&&(this.problem=s(t).message)}}#t(){this.url&&URL.revokeObjectURL(this.url),this.url=``}};u([i()],d.prototype,`sightingId`,void 0),u([r()],d.prototype,`url`,void 0),u([r()],d.prototype,`problem`,void 0),d=u([e(`fr-clip`)],d);