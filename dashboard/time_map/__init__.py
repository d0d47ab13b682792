"""The map in the browser: plain ES modules without a build step, and the folium elements for them.

Read `core.js` first: the pure part (payload, filters, clock, counts), shared with the workbench and
tested by ``node --test tests/js``. `map_frame.js` brings the map to life and hears the messages;
`event_layer.js`, `basemap_layer.js`, `label_layer.js` and `control_layer.js` each paint one canvas
(`canvas_pane.js`); `map_moves.js` moves the map, `map_hand.js` answers the reader's hand.
`standalone.js` and `.html` are the page that holds all in one file. ``vendor`` is Leaflet.
"""
