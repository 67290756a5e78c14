// Contrast and size are part of what axe and the tests look at.
import '#app/page/start/app.css'
