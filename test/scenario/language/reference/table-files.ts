const places = {
  type: "FeatureCollection",
  features: [
    { type: "Feature", properties: { id: "outer" }, geometry: { type: "Point", coordinates: [4.5, 52.5] } },
    { type: "Feature", properties: { id: "inner" }, geometry: { type: "Point", coordinates: [4, 52] } },
  ],
};

const gexf = `<gexf version="1.3"><graph defaultedgetype="directed">
  <attributes class="node"><attribute id="y" title="lat"/><attribute id="x" title="lon"/></attributes>
  <nodes>
    <node id="outer"><attvalues><attvalue for="y" value="52"/><attvalue for="x" value="4"/></attvalues></node>
    <node id="inner"><attvalues><attvalue for="y" value="51"/><attvalue for="x" value="3"/></attvalues></node>
  </nodes>
  <edges><edge source="outer" target="inner" weight="2"/></edges>
</graph></gexf>`;

const graphml = `<graphml>
  <key id="y" for="node" attr.name="lat"/><key id="x" for="node" attr.name="lon"/>
  <graph edgedefault="undirected">
    <node id="outer"><data key="y">52</data><data key="x">4</data></node>
    <node id="inner"><data key="y">51</data><data key="x">3</data></node>
    <edge source="outer" target="inner"/>
  </graph>
</graphml>`;

/** Small files under the names that the examples of tables give them. */
export const tableFiles: Readonly<Record<string, string>> = {
  "ports.csv": "Code,lat,lon\nouter,52,4\ninner,51,3\n",
  "list.csv": ',"NL","RTM","Rotterdam","Rotterdam","ZH","1-3-----","AI","0401",,"5155N 00430E",\n',
  "ports.geojson": JSON.stringify(places),
  "lanes.graphml": graphml,
  "lanes.gexf": gexf,
};
